import type { ModelledCase, ModelledPlan } from "./modelled-plan.ts";

/** How the cost of a case grows with the tables, from the best to the worst. */
export const growths = ["bounded", "log", "linear", "worse"] as const;

export type Growth = (typeof growths)[number];

/** What a query may promise: nobody promises to be worse than linear. */
export const promises = ["bounded", "log", "linear"] as const;

export type GrowthPromise = (typeof promises)[number];

/** How the cost of a case grew between two modelled scales. */
export interface CostGrowth {
    readonly growth: Growth;
    /** The cost at `to` is the one at `from` times (to / from) to this power. */
    readonly exponent: number;
    readonly from: number;
    readonly to: number;
}

/**
 * A hundredfold table makes a b-tree at most one level higher, which is a quarter more of the cheapest look-up; a cost
 * that doubles with it follows its logarithm at the most; and one that grows more than the table is worse than linear.
 */
const greatest = { bounded: Math.log(1.25) / Math.log(100), log: Math.log(2) / Math.log(100), linear: 1.1 } as const;

/** Growth is looked at over so much of the greatest scales: where it counts, and past the noise of small tables. */
const span = 100;

/** How the cost of a case grows towards the greatest scale; undefined when the scales lie within a hundredfold. */
export function costGrowth({ plans }: ModelledCase): CostGrowth | undefined {
    const last = plans.at(-1);
    const first = last && plans.findLast(({ scale }) => scale <= last.scale / span);
    if (last === undefined || first === undefined) return undefined;
    const exponent = exponentBetween(first, last);
    const growth = growths.find((name) => name === "worse" || exponent <= greatest[name]) ?? "worse";
    return { growth, exponent: Math.round(exponent * 100) / 100, from: first.scale, to: last.scale };
}

/** Whether a case grows more than it may. */
export function breaksPromise(growth: Growth, promise: GrowthPromise): boolean {
    return growths.indexOf(growth) > growths.indexOf(promise);
}

function exponentBetween(first: ModelledPlan, last: ModelledPlan): number {
    const exponent = Math.log(last.cost / first.cost) / Math.log(last.scale / first.scale);
    return Number.isFinite(exponent) ? exponent : 0;
}
