import type { MeasuredSize, ModelledCase } from "./modelled-plan.ts";

/** How the cost of a case grows with the tables, from the best to the worst. */
export const growths = ["bounded", "log", "linear", "worse"] as const;

export type Growth = (typeof growths)[number];

/** What a query may promise: nobody promises to be worse than linear. */
export const promises = ["bounded", "log", "linear"] as const;

export type GrowthPromise = (typeof promises)[number];

/** How the cost of a case, or the blocks that it touches, grew between two scales. */
export interface SeenGrowth {
    readonly growth: Growth;
    /** The figure at `to` is the one at `from` times (to / from) to this power. */
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
export function costGrowth({ plans }: ModelledCase): SeenGrowth | undefined {
    const last = plans.at(-1);
    const first = last && plans.findLast(({ scale }) => scale <= last.scale / span);
    if (last === undefined || first === undefined) return undefined;
    return seenGrowth(last.cost / first.cost, first.scale, last.scale);
}

/** Loaded sizes that lie closer to each other say nothing about growth. */
const measuredSpan = 10;

/**
 * Fewer blocks more than these are levels of indexes, and rows of an answer that no longer share a page: at the sizes that
 * can be loaded they say nothing. A megabyte.
 */
const fewBlocks = 128;

/**
 * How the blocks that a case touches grow over the loaded sizes, beside the rows that it returns: an answer of ten times
 * the rows may touch ten times the blocks, and what grows beyond that is the way to it. Undefined when there are no two sizes
 * a tenfold apart.
 */
export function blockGrowth({ measured = [] }: ModelledCase): SeenGrowth | undefined {
    const [first] = measured;
    const last = measured.at(-1);
    if (first === undefined || last === undefined || last.scale < first.scale * measuredSpan) return undefined;
    if (last.blocks - first.blocks < fewBlocks) return seenGrowth(1, first.scale, last.scale);
    const returned = Math.max(1, last.rows / Math.max(1, first.rows));
    return seenGrowth(last.blocks / Math.max(1, first.blocks) / returned, first.scale, last.scale);
}

/**
 * The scale at which a case passes its limit of blocks, if the blocks that were measured at some scale grow as the modelled
 * cost does from there; undefined where it does not within the modelled scales, or has passed it before.
 */
export function passesBudgetAt(
    { plans }: ModelledCase,
    { scale, blocks }: MeasuredSize,
    budget: number,
): number | undefined {
    const from = plans.find((plan) => plan.scale === scale);
    if (from === undefined || blocks > budget || blocks === 0 || from.cost === 0) return undefined;
    const most = (from.cost * budget) / blocks;
    let before = from;
    for (const plan of plans.filter((one) => one.scale > scale)) {
        if (plan.cost > most) {
            // Between two scales the cost is taken to follow one power of the scale.
            const share = Math.log(most / before.cost) / Math.log(plan.cost / before.cost);
            return before.scale * (plan.scale / before.scale) ** share;
        }
        before = plan;
    }
    return undefined;
}

/** As above, from what was measured at one scale; undefined, too, where nothing was, and where there is no limit. */
export function budgetEndsAt(
    one: ModelledCase,
    scale: number | undefined,
    budget: number | undefined,
): number | undefined {
    const here = one.measured?.find((size) => size.scale === scale);
    return here && budget !== undefined ? passesBudgetAt(one, here, budget) : undefined;
}

/** Whether a case grows more than it may. */
export function breaksPromise(growth: Growth, promise: GrowthPromise): boolean {
    return growths.indexOf(growth) > growths.indexOf(promise);
}

function seenGrowth(times: number, from: number, to: number): SeenGrowth {
    const seen = Math.log(times) / Math.log(to / from);
    const exponent = Number.isFinite(seen) ? seen : 0;
    const growth = growths.find((name) => name === "worse" || exponent <= greatest[name]) ?? "worse";
    return { growth, exponent: Math.round(exponent * 100) / 100, from, to };
}
