import { comparisonRecord } from "../../../src/core/comparison-record.ts";
import { coverageRecord } from "../../../src/core/coverage-record.ts";
import type { HistoryRun } from "../../../src/core/history.ts";
import { modelledRecord } from "../../../src/core/modelled-record.ts";
import { caseGrowth } from "../../../src/core/query-growth.ts";
import { mutationRecord } from "../../../src/core/mutation-record.ts";
import { noInput, type ReportInput } from "../../../src/core/report-input.ts";
import { ruleCoverageRecord } from "../../../src/core/rule-coverage-record.ts";
import type { RuleCoverage } from "../../../src/core/rule-coverage.ts";
import type { RunFacts } from "../../../src/core/run-record.ts";
import { exampleHistory, exampleHistoryCase } from "../../core/example-history.ts";
import { exampleStress } from "../../core/example-stress.ts";
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

/** The same, with a record of every other kind. */
export function fullInput(): ReportInput {
    const input = exampleInput();
    const [hot] = input.runs[0]?.plans ?? [];
    if (!hot) throw new Error("the example has no plan");
    const { query, case: name } = hot;
    const effect = { query, case: name, without: "executed", costRatio: 25, blocks: 60, blocksWithout: 900 } as const;
    const index = {
        schema: "public",
        table: "orders",
        definition: "create index on orders (customer_id, created_at)",
        bytes: 8192,
        walBytesPerRow: 80,
        readBy: 1,
        serves: [],
    };
    const pairs = [1, 1.01].map((time) => ({ base: [time, time], head: [time * 2, time * 2] }));
    const round = { pairs, ratio: { ratio: 2, low: 1.9, high: 2.1 }, p: 0.0001 };
    const mutant = {
        id: "check/orders/1",
        operator: "check-removed",
        class: "check",
        owner: "public.orders",
        description: "orders: total may be negative",
        sql: ["alter table orders drop constraint orders_total_check"],
        suggestion: "select throws_ok('insert …', '23514');",
        oracle: "tests",
    } as const;
    const sizes = [1, 10, 1000].map((scale) => ({ scale, tree: hot.tree, cost: 12 * scale, rows: 50 }));
    return {
        ...input,
        comparisons: [
            comparisonRecord(
                {
                    base: "../base",
                    head: ".",
                    cases: [
                        {
                            query,
                            case: name,
                            base: {
                                ...hot,
                                tree: ["Seq Scan on orders"],
                                explanation: { Plan: { ...explanation.Plan, "Node Type": "Incremental Sort" } },
                            },
                            head: hot,
                            work: [{ metric: "blocks", base: 4, head: 60 }],
                            cause: { kinds: ["index"], what: "index orders_idx is gone", isProved: true },
                            time: { clock: "cpu", first: round, verdict: "slower" },
                            incomparable: [],
                        },
                    ],
                },
                [],
            ),
        ],
        coverages: [
            coverageRecord({
                indexes: [
                    { ...index, name: "orders_customer_id_created_at_idx", serves: [effect] },
                    { ...index, name: "orders_pkey", keptBy: "primary key" },
                    { ...index, name: "orders_nothing_idx" },
                ],
                proposed: [
                    {
                        schema: "public",
                        table: "orders",
                        name: "orders_placed_on_total_idx",
                        bytes: 16_384,
                        definition:
                            "create index concurrently orders_placed_on_total_idx on orders (placed_on) include (total)",
                        walBytesPerRow: 64,
                        gains: [{ query: "order/latest_of_customer", case: "hot", blocks: 4000, blocksWith: 160 }],
                        replaces: [],
                    },
                ],
                findings: [],
            }),
        ],
        mutations: [
            mutationRecord(
                {
                    mutants: [
                        { ...mutant, verdict: { kind: "survived" } },
                        { ...mutant, verdict: { kind: "killed", by: { file: "a.sql", how: "assertion", what: "no" } } },
                    ],
                    testFiles: 1,
                    cloneFiles: [],
                    durationMs: 1,
                },
                [],
            ),
        ],
        ruleCoverages: [
            ruleCoverageRecord(
                [
                    rule("check public.orders.orders_amount_check", "public.orders"),
                    {
                        ...rule("default public.orders.created_at", "public.orders"),
                        class: "default",
                        refuses: { state: "not asked" },
                    },
                    {
                        ...rule("label open of public.order_state", "public.order_state"),
                        class: "enum",
                        refuses: { state: "not asked" },
                    },
                    {
                        ...rule("not null public.stock.shelf", "public.stock"),
                        refuses: {
                            state: "missing",
                            what: "no assertion meets its refusal",
                            suggestion: "select throws_ok(…);",
                        },
                    },
                ],
                [],
            ),
        ],
        modelled: [
            modelledRecord(
                [{ query, case: name, plans: sizes, growth: caseGrowth({ query, case: name, plans: sizes }) }],
                [],
            ),
        ],
        stress: [exampleStress()],
        history: [1, 2, 3].map((day) => nightOf(day)),
    };
}

function rule(name: string, owner: string): RuleCoverage {
    const shown = { state: "shown", by: "orders.sql:7" } as const;
    return { rule: name, class: "check", owner, asserted: shown, accepts: shown, refuses: shown };
}

function nightOf(day: number): HistoryRun {
    const startedAt = `2026-11-2${day}T02:00:00.000Z`;
    const { head } = exampleHistory();
    const alert = { query: "order/latest_of_customer", case: "hot", since: startedAt, before: 1, after: 1.5 };
    return exampleHistory({
        head: { ...head, startedAt },
        cases: [exampleHistoryCase(day === 3 ? 1.5 : 1)],
        alerts: day === 3 ? [{ kind: "alert", ...alert }] : [],
    });
}

/** A distribution with a long tail. */
function manySamples(): ReturnType<typeof measurement> {
    const samplesUs = Array.from({ length: 300 }, (_, i) => 200 + (i % 37) * 3 + (i % 100 === 0 ? 900 : 0));
    return { ...measurement(0.25, 0.3, 1.1), samplesUs };
}
