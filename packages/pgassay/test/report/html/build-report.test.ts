import { describe, expect, it } from "vitest";
import { historyText } from "../../../src/core/history.ts";
import { addRecord, noInput } from "../../../src/core/report-input.ts";
import { buildReport } from "../../../src/report/html/build-report.ts";
import { planNodes } from "../../../src/report/html/plan-nodes.ts";
import type { QueryView } from "../../../src/report/html/report-data.ts";
import { exampleInput, explanation, fullInput, hostile } from "./example-input.ts";

const { index, chunks } = buildReport(exampleInput(), "1.2.3");

function view(id: string): QueryView {
    return chunks.get(`query:${id}`) as QueryView;
}

describe("buildReport", () => {
    it("shows the newest run, in whatever order the runs are named", () => {
        expect(index.run?.startedAt).toBe("2026-11-22T15:40:15.123Z");
        expect(index.runs).toEqual(["2026-11-20T01:00:00.000Z", "2026-11-22T15:40:15.123Z"]);
    });

    it("puts the worst query first and a changed plan before what is fine", () => {
        const standings = index.queries.map(({ id, standing }) => [id, standing]);
        expect(standings).toEqual([
            ["order/open_orders", "error"],
            ["stock/by_shelf", "warning"],
            ["order/latest_of_customer", "changed"],
            [hostile, "fine"],
        ]);
    });

    it("says of a query what is nearest to its limits", () => {
        expect(index.queries[0]).toMatchObject({
            marks: ["buffers-over-budget", "index-not-used", "latency-over-target"],
            latency: { p95Ms: 20.04, targetMs: 20 },
            blocks: { touched: 11_204, budget: 400 },
        });
    });

    it("sets the plan beside the one of the run before", () => {
        const [hot] = view("order/latest_of_customer").cases;
        expect(hot?.before?.from).toBe("the run of 2026-11-20 01:00 UTC");
        expect(hot?.diff?.split("\n")).toContain("+  Seq Scan on orders");
        expect(hot?.trend.blocks).toEqual([32, 60]);
        expect(hot?.trend.p50Ms).toEqual([0.21, 0.25]);
        const [open] = view("order/open_orders").cases;
        expect(open?.before).toBeDefined();
        expect(open?.diff).toBeUndefined();
    });

    it("has a gap in the trend of what is new", () => {
        expect(view(hostile).cases[0]?.trend.blocks).toEqual([null, 0]);
    });

    it("names every finding once", () => {
        const input = exampleInput();
        const twice = buildReport({ ...input, lint: input.runs[0]?.findings ?? [] }, "1.2.3");
        expect(twice.index.findings).toEqual(index.findings);
    });

    it("makes a report of nothing but findings, and of no record at all", () => {
        expect(buildReport(noInput, "1.2.3").index).toMatchObject({ queries: [], findings: [] });
    });
});

describe("buildReport of records of every kind", () => {
    const full = buildReport(fullInput(), "1.2.3");
    const [hot] = (full.chunks.get("query:order/latest_of_customer") as QueryView).cases;

    it("reads them back as they were written, but for what no report shows of the history", () => {
        const { history, lint, ...others } = fullInput();
        const records = Object.values(others).flatMap((list) => list.map((record) => JSON.stringify(record)));
        const texts = [...records, ...history.map(historyText), JSON.stringify(lint)];
        const read = texts.reduce((input, text, i) => addRecord(input, { path: `${i}.json`, text }), noInput);
        expect(read).toEqual({
            ...fullInput(),
            history: history.map((run) => ({ ...run, cases: run.cases.map((one) => ({ ...one, pairs: [] })) })),
        });
    });

    it("keeps the two newest runs whole and of the others what a trend needs", () => {
        const [newest] = fullInput().runs;
        const starts = ["2026-11-21T01:00:00.000Z", "2026-11-23T01:00:00.000Z", "2026-11-22T01:00:00.000Z"];
        const input = starts.reduce(
            (all, startedAt) => addRecord(all, { path: startedAt, text: JSON.stringify({ ...newest, startedAt }) }),
            noInput,
        );
        expect(input.runs.map(({ startedAt }) => startedAt)).toEqual(starts);
        expect(input.runs.map(({ plans }) => plans[0]?.explanation !== undefined)).toEqual([false, true, true]);
        expect(input.runs.map(({ latencies }) => latencies[0]?.first.samplesUs.length)).toEqual([0, 300, 300]);
        expect(buildReport(input, "1.2.3").index.queries[0]?.trend.length).toBe(3);
    });

    it("prefers the base of a comparison to the run before", () => {
        expect(hot?.before?.from).toBe("../base");
        expect(hot?.time).toMatchObject({ verdict: "slower", ratio: 2 });
        expect(full.index.queries.find(({ id }) => id === "order/latest_of_customer")?.marks).toEqual([
            "slower",
            "plan changed",
            "work changed",
        ]);
    });

    it("tells the nights of a case against one reference only", () => {
        expect(hot?.history).toMatchObject({ ratio: [1, 1, 1.5], alerts: [{ before: 1, after: 1.5 }] });
        const [first, ...others] = fullInput().history;
        const other = first && { ...first, head: { ...first.head, reference: 2 } };
        const history = [...(other ? [other] : []), ...others];
        const { chunks: changed } = buildReport({ ...fullInput(), history }, "1.2.3");
        const view = changed.get("query:order/latest_of_customer") as QueryView;
        expect(view.cases[0]?.history?.ratio).toEqual([1, 1.5]);
    });

    it("counts mutants by what they break, and shows those that survived", () => {
        expect(full.chunks.get("mutants")).toMatchObject({
            classes: ["check"],
            owners: [{ name: "public.orders", byClass: [{ killed: 1, survived: 1 }] }],
            survivors: [{ id: "check/orders/1" }],
        });
    });
});

describe("planNodes", () => {
    it("leaves the work of the children out and adds up the rows of all loops", () => {
        expect(planNodes(explanation)).toEqual([
            { depth: 0, text: "Limit", blocks: 1, estimatedRows: 50, rows: 50, loops: 1 },
            {
                depth: 1,
                text: "Index Scan using orders_customer_id_created_at_idx on orders o",
                blocks: 31,
                estimatedRows: 400,
                rows: 50,
                loops: 2,
            },
        ]);
    });

    it("says nothing of blocks where the plan was not executed", () => {
        expect(planNodes({ Plan: { "Node Type": "Result", "Plan Rows": 1 } })).toEqual([
            { depth: 0, text: "Result", estimatedRows: 1 },
        ]);
    });

    it("has no nodes for what is no explanation", () => {
        expect(planNodes({ Plan: "?" })).toEqual([]);
    });
});
