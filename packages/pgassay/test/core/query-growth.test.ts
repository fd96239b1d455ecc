import { describe, expect, it } from "vitest";
import { stretchesOf, type ModelledCase } from "../../src/core/modelled-plan.ts";
import { costGrowth, type GrowthPromise } from "../../src/core/query-growth.ts";
import { checkGrowth } from "../../src/plan/check-growth.ts";
import { queryOf } from "../plan/query-of.ts";

const scales = [0.01, 1, 100, 10_000];

/** A case whose cost at each scale is told by a function of it. */
function growing(cost: (scale: number) => number): ModelledCase {
    const plans = scales.map((scale) => ({ scale, tree: ["Seq Scan on sale"], cost: cost(scale), rows: 1 }));
    return { query: "shop/query", case: "typical", plans };
}

describe("the growth of a cost", () => {
    it.for([
        ["bounded", () => 2.5],
        ["bounded", (scale: number) => 2.5 + 0.1 * Math.log10(scale * 100)],
        ["log", (scale: number) => 10 + 10 * Math.log10(scale * 100)],
        ["linear", (scale: number) => 5 + scale],
        ["linear", (scale: number) => Math.sqrt(scale)],
        ["worse", (scale: number) => scale ** 1.5],
    ] as const)("is %s", ([growth, cost]) => {
        expect(costGrowth(growing(cost))).toMatchObject({ growth, from: 100, to: 10_000 });
    });

    it("is not told by scales that lie too near, nor by one", () => {
        const near = growing((scale) => scale);
        expect(costGrowth({ ...near, plans: near.plans.slice(0, 1) })).toBeUndefined();
        expect(costGrowth({ ...near, plans: [] })).toBeUndefined();
    });
});

describe("a promise of growth", () => {
    function findings(grows: GrowthPromise | undefined, cost: (scale: number) => number): unknown[] {
        return checkGrowth([growing(cost)], [queryOf("select 1", grows ? { grows } : {})]);
    }

    it("is kept by what grows as much or less", () => {
        expect(findings("bounded", () => 2)).toEqual([]);
        expect(findings("linear", () => 2)).toEqual([]);
        expect(findings("linear", (scale) => 2 + scale)).toEqual([]);
        expect(findings(undefined, (scale) => scale ** 2)).toEqual([]);
    });

    it("is broken by what grows more, and the costs are told", () => {
        expect(findings("bounded", (scale) => 2 + scale)).toEqual([
            {
                code: "grows-past-promise",
                severity: "error",
                subject: "shop/query#typical",
                message: "its cost grows with the tables from scale 100 to 10000, and the header promises bounded",
                detail:
                    "cost 2.01 at scale 0.01, cost 3 at scale 1, cost 102 at scale 100, cost 10002 at scale 10000\n" +
                    "Seq Scan on sale",
            },
        ]);
        expect(findings("linear", (scale) => scale ** 1.5)).toHaveLength(1);
    });
});

describe("the stretches of a case", () => {
    it("are cut where the plan changes, also when it changes back", () => {
        const plans = growing(() => 1).plans.map((plan, i) => ({
            ...plan,
            tree: [i === 2 ? "Index Scan" : "Seq Scan"],
        }));
        expect(stretchesOf({ query: "a/b", case: "c", plans })).toEqual([
            { scales: [0.01, 1], tree: ["Seq Scan"] },
            { scales: [100], tree: ["Index Scan"] },
            { scales: [10_000], tree: ["Seq Scan"] },
        ]);
    });
});
