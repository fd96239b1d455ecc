import type { ReportInput } from "../../../src/core/report-input.ts";
import type { RunFacts } from "../../../src/core/run-record.ts";
import { exampleLatency, examplePlan, exampleRun, measurement } from "../../core/example-run.ts";

/** What somebody may call a query who wishes to break out of a page. */
export const hostile = `a/</script><script>alert("no")</script><img src=x onerror="alert('no')">`;

/** An explanation as PostgreSQL gives it, of two nodes. */
export const explanation = {
    Plan: {
        "Node Type": "Limit",
        "Total Cost": 12.5,
        "Plan Rows": 50,
        "Actual Rows": 50,
        "Actual Loops": 1,
        "Shared Hit Blocks": 30,
        "Shared Read Blocks": 2,
        Plans: [
            {
                "Node Type": "Index Scan",
                "Parent Relationship": "Outer",
                "Scan Direction": "Forward",
                "Index Name": "orders_customer_id_created_at_idx",
                "Relation Name": "orders",
                Schema: "public",
                Alias: "o",
                "Total Cost": 12.4,
                "Plan Rows": 400,
                "Actual Rows": 25,
                "Actual Loops": 2,
                "Shared Hit Blocks": 29,
                "Shared Read Blocks": 2,
            },
        ],
    },
    "Planning Time": 0.2,
    "Execution Time": 1.5,
};

export const noInput: ReportInput = { runs: [], comparisons: [], coverages: [], mutations: [], modelled: [], lint: [] };

/** Two runs that never took place: in the second a plan changed and a query of an evil name came in. */
export function exampleInput(): ReportInput {
    const first = exampleRun({ startedAt: "2026-11-20T01:00:00.000Z" });
    const changed = examplePlan("order/latest_of_customer", "hot", {
        arguments: ["customer_id = $busiest_customer"],
        tree: ["Limit", "  Seq Scan on orders"],
        explanation,
        rows: 50,
        buffers: { hit: 58, read: 2, tempRead: 0, tempWritten: 0 },
        bufferBudget: 60,
    });
    const queries: RunFacts["queries"] = [
        {
            id: "order/latest_of_customer",
            file: "queries/order/latest_of_customer.sql",
            about: "Lists what a customer ordered last.",
            text: "select id\nfrom orders\nwhere customer_id = $1::bigint",
        },
        { id: hostile, file: "queries/evil.sql", about: hostile, text: `select '${hostile}'` },
    ];
    const plans = [
        changed,
        ...first.plans.slice(1),
        examplePlan(hostile, hostile, { tree: [`Result  ${hostile}`], explanation }),
    ];
    const latencies = [
        ...first.latencies.map((one, i) => (i === 0 ? { ...one, first: manySamples() } : one)),
        exampleLatency(hostile, hostile, 1, measurement(0.3, 0.5, 0.7), {
            findings: [{ code: "latency-doubtful", severity: "warning", subject: `${hostile}#x`, message: hostile }],
        }),
    ];
    return { ...noInput, runs: [exampleRun({ queries, plans, latencies }), first] };
}

/** A distribution with a long tail. */
function manySamples(): ReturnType<typeof measurement> {
    const samplesUs = Array.from({ length: 300 }, (_, i) => 200 + (i % 37) * 3 + (i % 100 === 0 ? 900 : 0));
    return { ...measurement(0.25, 0.3, 1.1), samplesUs };
}
