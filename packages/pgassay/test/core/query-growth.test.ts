import { describe, expect, it } from "vitest";
import { stretchesOf, type ModelledCase } from "../../src/core/modelled-plan.ts";
import { blockGrowth, costGrowth, passesBudgetAt, type GrowthPromise } from "../../src/core/query-growth.ts";
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

/** A case that was executed on loaded rows: the blocks it touched and the rows it returned, by scale. */
function measured(...sizes: (readonly [scale: number, blocks: number, rows: number])[]): ModelledCase {
    return {
        query: "shop/query",
        case: "typical",
        plans: [],
        measured: sizes.map(([scale, blocks, rows]) => ({ scale, blocks, rows })),
    };
}

describe("the growth of blocks", () => {
    it.for([
        // A level more of three indexes, and a page.
        ["bounded", [4, 1], [8, 1]],
        ["bounded", [63, 25], [131, 32]],
        ["bounded", [4000, 1], [4400, 1]],
        // Ten times the answer.
        ["bounded", [100, 50], [1000, 500]],
        ["log", [1000, 1], [1400, 1]],
        ["linear", [100, 1], [1000, 1]],
        // An answer that shrinks excuses nothing.
        ["linear", [100, 9], [1000, 3]],
        ["worse", [100, 1], [3000, 1]],
    ] as const)("is %s: %j %j", ([growth, [fewer, one], [more, other]]) => {
        expect(blockGrowth(measured([0.1, fewer, one], [1, more, other]))).toMatchObject({ growth, from: 0.1, to: 1 });
    });

    it("is not told by sizes that lie too near, nor by one", () => {
        expect(blockGrowth(measured([0.5, 1, 1], [1, 100, 1]))).toBeUndefined();
        expect(blockGrowth(measured([1, 1, 1]))).toBeUndefined();
        expect(blockGrowth({ query: "a/b", case: "c", plans: [] })).toBeUndefined();
    });
});

describe("the scale at which a case passes its budget", () => {
    const one = growing((scale) => 10 * scale);
    const here = { scale: 1, blocks: 100, rows: 1 };

    it("follows from its blocks and how the cost grows", () => {
        expect(passesBudgetAt(one, here, 1000)).toBeCloseTo(10);
        expect(passesBudgetAt(one, here, 50_000)).toBeCloseTo(500);
        expect(passesBudgetAt(growing(Math.sqrt), here, 1000)).toBeCloseTo(100);
    });

    it("is none where it is passed already, never, or nothing is known of the size that was measured", () => {
        expect(passesBudgetAt(one, here, 99)).toBeUndefined();
        expect(passesBudgetAt(one, here, 1e9)).toBeUndefined();
        expect(
            passesBudgetAt(
                growing(() => 3),
                here,
                101,
            ),
        ).toBeUndefined();
        expect(passesBudgetAt(one, { ...here, scale: 2 }, 1000)).toBeUndefined();
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

    it("is broken by the blocks of loaded rows too, and kept by those of a larger answer", () => {
        const promised = [queryOf("select 1", { grows: "bounded" })];
        expect(checkGrowth([measured([0.1, 100, 50], [1, 1000, 500])], promised)).toEqual([]);
        expect(checkGrowth([measured([0.1, 100, 50], [1, 1000, 50])], promised)).toEqual([
            {
                code: "grows-past-promise",
                severity: "error",
                subject: "shop/query#typical",
                message:
                    "the blocks it touches grow, beside the rows it returns, with the tables from scale 0.1 to 1, " +
                    "and the header promises bounded",
                detail: "100 blocks for 50 rows at scale 0.1\n1000 blocks for 50 rows at scale 1",
            },
        ]);
    });
});

describe("the stretches of a case", () => {
    it("are cut where the plan changes, also when it changes back", () => {
        const plans = growing(() => 1).plans.map((plan, i) => ({
            ...plan,
            tree: [i === 2 ? "Index Scan" : "Seq Scan"],
        }));
        expect(stretchesOf(plans)).toEqual([
            { scales: [0.01, 1], tree: ["Seq Scan"] },
            { scales: [100], tree: ["Index Scan"] },
            { scales: [10_000], tree: ["Seq Scan"] },
        ]);
    });
});
