import { describe, expect, it } from "vitest";
import { buildReport } from "../../../src/report/html/build-report.ts";
import { planNodes } from "../../../src/report/html/plan-nodes.ts";
import type { QueryView } from "../../../src/report/html/report-data.ts";
import { exampleInput, explanation, hostile, noInput } from "./example-input.ts";

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
        expect(hot?.before?.from).toBe("the run of 2026-11-20T01:00:00.000Z");
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
