import { growths } from "./modelled-plan.ts";
import type { CaseGrowth, Growth, MeasuredSize, ModelledCase, SeenGrowth } from "./modelled-plan.ts";

/** What a query may promise: nobody promises to be worse than linear. */
export const promises = ["bounded", "log", "linear"] as const;

export type GrowthPromise = (typeof promises)[number];

/**
 * A hundredfold table makes a b-tree at most one level higher, which is a quarter more of the cheapest look-up; a cost
 * that doubles with it follows its logarithm at the most; and one that grows more than the table is worse than linear.
 */
const greatest = { bounded: Math.log(1.25) / Math.log(100), log: Math.log(2) / Math.log(100), linear: 1.1 } as const;

/** Growth is looked at over so much of the greatest scales: where it counts, and past the noise of small tables. */
const span = 100;

/** Loaded sizes that lie closer to each other say nothing about growth. */
const measuredSpan = 10;

/**
 * Fewer blocks more than these may be levels of indexes, or rows of an answer that no longer share a page: at the sizes
 * that can be loaded they tell no law. A megabyte.
 */
const fewBlocks = 128;

/**
 * How a case grows.
 *
 * @param scale of the rows on which it is held to its budget
 * @param budget the blocks that it may touch there; undefined when there is no limit
 */
export function caseGrowth(one: ModelledCase, scale?: number, budget?: number): CaseGrowth {
    const cost = costGrowth(one);
    const blocks = blockGrowth(one);
    const here = one.measured?.find((size) => size.scale === scale);
    const end = here && budget !== undefined ? budgetEnd(one, here, budget) : undefined;
    return {
        ...(cost && { cost }),
        ...(blocks && { blocks }),
        ...(end !== undefined && { budgetEndsAt: Number(end.toPrecision(2)) }),
    };
}

function costGrowth({ plans }: ModelledCase): SeenGrowth | undefined {
    const last = plans.at(-1);
    const first = last && plans.findLast(({ scale }) => scale <= last.scale / span);
    if (last === undefined || first === undefined) return undefined;
    return seenGrowth(last.cost / first.cost, first.scale, last.scale);
}

/**
 * An answer of ten times the rows may touch ten times the blocks, and what grows beyond that is the way to it. Undefined
 * when there are no two sizes a tenfold apart, or when only a few blocks seem to grow.
 */
function blockGrowth(one: ModelledCase): SeenGrowth | undefined {
    const ends = measuredEnds(one);
    if (ends === undefined) return undefined;
    const { first, last } = ends;
    const returned = Math.max(1, last.rows / Math.max(1, first.rows));
    const seen = seenGrowth(last.blocks / Math.max(1, first.blocks) / returned, first.scale, last.scale);
    return seen.growth !== "bounded" && last.blocks - first.blocks < fewBlocks ? undefined : seen;
}

/** The smallest and the greatest of the loaded sizes; undefined when they lie too close to each other. */
function measuredEnds({
    measured = [],
}: Pick<ModelledCase, "measured">): { readonly first: MeasuredSize; readonly last: MeasuredSize } | undefined {
    const [first] = measured;
    const last = measured.at(-1);
    if (first === undefined || last === undefined || last.scale < first.scale * measuredSpan) return undefined;
    return { first, last };
}

/**
 * The scale at which a case passes its limit of blocks, in a straight line between the two loaded sizes before and after it,
 * or from the first to the last and on, up to as much further as these lie apart. Undefined where the limit is passed
 * already or holds that far, and where so few blocks more were touched that they tell no line.
 */
function budgetEnd({ measured = [] }: ModelledCase, here: MeasuredSize, budget: number): number | undefined {
    if (here.blocks > budget) return undefined;
    const later = measured.findIndex(({ scale, blocks }) => scale > here.scale && blocks > budget);
    const before = measured[later - 1];
    const after = measured[later];
    if (before && after) return meets(budget, before, after);
    const ends = measuredEnds({ measured });
    if (ends === undefined || ends.last.blocks - ends.first.blocks < fewBlocks) return undefined;
    const { first, last } = ends;
    if (seenGrowth(last.blocks / Math.max(1, first.blocks), first.scale, last.scale).growth === "bounded")
        return undefined;
    const end = meets(budget, first, last);
    return end <= (last.scale * last.scale) / first.scale ? end : undefined;
}

/** The scale at which the line through two sizes has so many blocks. */
function meets(blocks: number, one: MeasuredSize, other: MeasuredSize): number {
    return one.scale + ((blocks - one.blocks) * (other.scale - one.scale)) / (other.blocks - one.blocks);
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
