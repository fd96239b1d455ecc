import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import { workChanges, type CaseComparison, type Comparison } from "../../src/core/comparison.ts";
import { findingsOf } from "../../src/measure/compare/findings-of-comparison.ts";
import { comparisonMarkdown } from "../../src/report/comparison-markdown.ts";
import { renderComparison } from "../../src/report/comparison.ts";
import { examplePlan } from "../core/example-run.ts";

const round = (
    ratio: number,
    p: number,
): { pairs: []; ratio: { ratio: number; low: number; high: number }; p: number } => ({
    pairs: [],
    ratio: { ratio, low: ratio - 0.03, high: ratio + 0.04 },
    p,
});

function compared(query: string, differing: Partial<CaseComparison> = {}): CaseComparison {
    const [base, head] = [examplePlan(query, "typical"), examplePlan(query, "typical")];
    return { query, case: "typical", base, head, work: [], incomparable: [], ...differing };
}

function example(): Comparison {
    const base = examplePlan("order/latest", "hot", { tree: ["Index Scan using orders_customer_idx on orders"] });
    const head = examplePlan("order/latest", "hot", {
        tree: ["Sort  (created_at)", "  Seq Scan on orders  filter: (customer_id = :customer)"],
        buffers: { hit: 470, read: 0, tempRead: 0, tempWritten: 12 },
    });
    const slower = { clock: "cpu", first: round(1.31, 1e-6), again: round(1.28, 1e-5), verdict: "slower" } as const;
    const { base: _base, ...fresh } = compared("order/new_one");
    const { head: _head, ...gone } = compared("order/old_one");
    return {
        base: "../base",
        head: ".",
        cases: [
            compared("order/as_before", {
                time: { clock: "cpu", first: round(1, 0.8), verdict: "same" },
            }),
            compared("order/burns", { time: slower }),
            {
                query: "order/latest",
                case: "hot",
                base,
                head,
                work: workChanges(base, head),
                incomparable: [],
                cause: { kinds: ["index"], what: "index orders_customer_idx is gone", isProved: true },
            },
            fresh,
            gone,
            compared("stock/more_rows", {
                work: [{ metric: "blocks", base: 3, head: 4 }],
                cause: { kinds: ["statistics"], what: '"public"."stock" had 10 rows and has 12', isProved: false },
                incomparable: ['"public"."stock" had 10 rows and has 12'],
            }),
            compared("stock/take", {
                work: [
                    { metric: "WAL records", base: 3, head: 4 },
                    { metric: "WAL bytes", base: 210, head: 274 },
                ],
                cause: { kinds: ["index"], what: "index stock_shelf_idx is new", isProved: true },
            }),
        ],
    };
}

const plain = { color: false };

describe("a comparison", () => {
    const comparison = example();
    const findings = findingsOf(comparison);

    it("reads well on a terminal", async () => {
        const text = renderComparison(comparison, findings, plain);
        await expect(text).toMatchFileSnapshot("comparison.txt");
        expect(text).not.toMatch(/[ \t]$/m);
    });

    it("says the same in colour", () => {
        const text = renderComparison(comparison, findings, { color: true });
        expect(text).toContain("\u001b[31m");
        expect(stripVTControlCharacters(text)).toBe(renderComparison(comparison, findings, plain));
    });

    it("reads well as a comment", async () => {
        await expect(comparisonMarkdown(comparison, findings)).toMatchFileSnapshot("comparison-comment.txt");
    });

    it("begins with the same table when nothing moved", () => {
        const quiet = { ...comparison, cases: comparison.cases.slice(0, 1) };
        const text = comparisonMarkdown(quiet, findingsOf(quiet));
        const titles = (markdown: string): string[] =>
            markdown
                .split("\n")
                .slice(2, 13)
                .map((line) => line.split("|")[1] ?? "");
        expect(titles(text)).toEqual(titles(comparisonMarkdown(comparison, findings)));
        expect(text.endsWith("| as before | 1 | |\n")).toBe(true);
    });

    it("fits a comment of GitHub, and says what it leaves out", () => {
        const wide = Array.from({ length: 50 }, (_, line) => `${line} ${"x".repeat(80)}`);
        const cases = Array.from({ length: 40 }, (_, i) =>
            compared(`order/query_${i}`, { head: examplePlan(`order/query_${i}`, "typical", { tree: wide }) }),
        );
        const text = comparisonMarkdown({ ...comparison, cases }, []);
        expect(text.length).toBeLessThanOrEqual(65_536);
        expect(text.length).toBeGreaterThan(60_000);
        expect(text).toMatch(/_\d+ more parts left out: a comment cannot be longer/);
        expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length);
    });
});
