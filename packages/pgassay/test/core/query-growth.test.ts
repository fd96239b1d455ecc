import { describe, expect, it } from "vitest";
import { stretchesOf, type ModelledCase } from "../../src/core/modelled-plan.ts";
import { caseGrowth, type GrowthPromise } from "../../src/core/query-growth.ts";
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
        expect(caseGrowth(growing(cost)).cost).toMatchObject({ growth, from: 100, to: 10_000 });
    });

    it("is not told by scales that lie too near, nor by one", () => {
        const near = growing((scale) => scale);
        expect(caseGrowth({ ...near, plans: near.plans.slice(0, 1) })).toEqual({});
        expect(caseGrowth({ ...near, plans: near.plans.slice(1, 2) })).toEqual({});
        expect(caseGrowth({ ...near, plans: [] })).toEqual({});
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
        ["bounded", [4, 1], [4, 1]],
        ["bounded", [184, 0], [204, 0]],
        ["bounded", [4000, 1], [4400, 1]],
        // Ten times the answer.
        ["bounded", [5, 7], [36, 70]],
        ["bounded", [100, 50], [1000, 500]],
        ["log", [1000, 1], [1400, 1]],
        ["linear", [100, 1], [1000, 1]],
        // An answer that shrinks excuses nothing.
        ["linear", [100, 9], [1000, 3]],
        ["worse", [100, 1], [3000, 1]],
    ] as const)("is %s: %j %j", ([growth, [fewer, one], [more, other]]) => {
        const seen = caseGrowth(measured([0.1, fewer, one], [1, more, other])).blocks;
        expect(seen).toMatchObject({ growth, from: 0.1, to: 1 });
    });

    it.for([
        // A level more of three indexes, and a page.
        ["few", [0.1, 4, 1], [1, 8, 1]],
        ["few", [0.1, 63, 25], [1, 131, 32]],
        // It may be linear.
        ["few", [0.1, 5, 1], [1, 50, 1]],
        ["near", [0.5, 1, 1], [1, 1000, 1]],
    ] as const)("is not told where it is %s: %j %j", ([, ...sizes]) => {
        expect(caseGrowth(measured(...sizes))).toEqual({});
    });

    it("is not told by one size, nor by none", () => {
        expect(caseGrowth(measured([1, 1, 1]))).toEqual({});
        expect(caseGrowth({ query: "a/b", case: "c", plans: [] })).toEqual({});
    });
});

describe("the scale at which a case passes its budget", () => {
    const here = [1, 1000] as const;

    /** Loaded sizes with their blocks, the budget being that of scale 1. */
    function end(budget: number, ...sizes: (readonly [scale: number, blocks: number])[]): number | undefined {
        const one = measured(...sizes.map(([scale, blocks]) => [scale, blocks, 1] as const));
        return caseGrowth(one, 1, budget).budgetEndsAt;
    }

    it("lies between the loaded sizes before and after it", () => {
        expect(end(1500, here, [3, 2000])).toBe(2);
        expect(end(1500, [0.1, 990], here, [3, 2000])).toBe(2);
        // However few they are: they were counted.
        expect(caseGrowth(measured([1, 4, 1], [3, 8, 1]), 1, 6).budgetEndsAt).toBe(2);
        expect(end(1900, here, [2, 1100], [3, 1900], [5, 2100])).toBe(3);
    });

    it("lies where the line of the loaded sizes leads, not further than these lie apart", () => {
        expect(end(1900, [0.1, 100], here)).toBe(1.9);
        expect(end(10_000, [0.1, 100], here)).toBe(10);
        expect(end(10_100, [0.1, 100], here)).toBeUndefined();
    });

    it("is none where the sizes tell no line", () => {
        expect(end(1900, here)).toBeUndefined();
        expect(end(1900, [0.5, 500], here)).toBeUndefined();
        // What the planner expects is no line: it takes what is asked of a document to be in a share of the rows.
        expect(
            caseGrowth({ ...growing((scale) => scale), measured: [{ scale: 1, blocks: 9, rows: 1 }] }, 1, 10),
        ).toEqual({ cost: expect.anything() as unknown });
        // A level more of each index.
        expect(end(1900, [0.1, 880], here)).toBeUndefined();
        expect(end(1900, [0.1, 995], here)).toBeUndefined();
        expect(end(1900, [0.1, 1300], here)).toBeUndefined();
    });

    it("is none where it is passed already, or where there is no budget", () => {
        expect(end(999, [0.1, 100], here)).toBeUndefined();
        expect(end(999, here, [3, 3000])).toBeUndefined();
        expect(caseGrowth(measured([0.1, 100, 1], [1, 1000, 1]), 1).budgetEndsAt).toBeUndefined();
        expect(caseGrowth(measured([0.1, 100, 1], [1, 1000, 1]), 2, 5000).budgetEndsAt).toBeUndefined();
    });
});

describe("a promise of growth", () => {
    function findings(grows: GrowthPromise | undefined, cost: (scale: number) => number): unknown[] {
        return checkGrowth([grown(growing(cost))], [queryOf("select 1", grows ? { grows } : {})]);
    }

    function grown(one: ModelledCase, budget?: number): ModelledCase {
        return { ...one, growth: caseGrowth(one, 1, budget) };
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

    it("is broken with the scale at which the budget is passed, where it is", () => {
        const sizes = [0.1, 1].map((scale) => ({ scale, blocks: 1000 * scale, rows: 1 }));
        const one = { ...growing((scale) => scale), measured: sizes };
        const message = (budget: number): unknown =>
            checkGrowth([grown(one, budget)], [queryOf("select 1", { grows: "bounded" })])[0]?.message;
        expect(message(2400)).toMatch(/, and the header promises bounded; it passes its budget at scale 2\.4$/);
        expect(message(999)).toMatch(/ promises bounded$/);
    });

    it("is broken by the blocks of loaded rows too, and kept by those of a larger answer", () => {
        const promised = [queryOf("select 1", { grows: "bounded" })];
        expect(checkGrowth([grown(measured([0.1, 100, 50], [1, 1000, 500]))], promised)).toEqual([]);
        expect(checkGrowth([grown(measured([0.1, 100, 50], [1, 1000, 50]))], promised)).toEqual([
            {
                code: "grows-past-promise",
                severity: "error",
                subject: "shop/query#typical",
                message:
                    "the blocks it touches grow, beside the rows it returns, with the tables from scale 0.1 to 1, " +
                    "and the header promises bounded",
                detail: "100 blocks for 50 rows at scale 0.1\n1,000 blocks for 50 rows at scale 1",
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
