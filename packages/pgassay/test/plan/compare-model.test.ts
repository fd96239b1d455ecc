import { describe, expect, it } from "vitest";
import type { ModelledPlan } from "../../src/core/modelled-plan.ts";
import { compareModel } from "../../src/plan/compare-model.ts";
import { boundCase } from "../measure/bound-case.ts";

const plan = (node: string): ModelledPlan => ({ scale: 3, tree: [node], cost: 10, rows: 1 });
const cases = ["hot", "typical"].map((name) => boundCase("select 1", { name }));
const modelled = [plan("Seq Scan on a"), plan("Index Scan using b on a")];
const loaded = [plan("Seq Scan on a"), plan("Bitmap Heap Scan on a")];

describe("a model and the loaded rows", () => {
    it("differ in an error that shows both plans", () => {
        const { findings, ...counts } = compareModel(3, cases, modelled, loaded, []);
        expect(counts).toEqual({ scale: 3, cases: 2, equalCases: 1, queries: 1, equalQueries: 0 });
        expect(findings).toMatchObject([{ code: "model-differs", severity: "error", subject: "shop/query#typical" }]);
        expect(findings[0]?.detail).toMatch(/loaded, cost 10[^]*Bitmap Heap Scan[^]*modelled, cost 10[^]*Index Scan/);
    });

    it("differ in a warning where an exception of the scale names the case", () => {
        const exception = { scale: 3, cases: ["shop/query#typical"], reason: "the costs are a tie" };
        expect(compareModel(3, cases, modelled, loaded, [exception]).findings).toMatchObject([
            { code: "model-differs", severity: "warning", message: expect.stringContaining("(the costs are a tie)") },
        ]);
        const [ofAnother] = compareModel(3, cases, modelled, loaded, [{ ...exception, scale: 10 }]).findings;
        expect(ofAnother?.severity).toBe("error");
    });

    it("leave an exception stale that nothing needs", () => {
        const exception = { scale: 3, cases: ["shop/query#hot", "shop/gone#hot"], reason: "was a tie" };
        const { findings } = compareModel(3, cases, modelled, modelled, [exception]);
        expect(findings.map(({ code, severity, subject }) => [code, severity, subject])).toEqual([
            ["model-exception-stale", "warning", "shop/query#hot"],
            ["model-exception-stale", "warning", "shop/gone#hot"],
        ]);
    });
});
