import { sameLines } from "./same-lines.ts";

/** How the planner would execute one case at sizes that exist only in statistics. */
export interface ModelledCase {
    /** `<area>/<name>` of the query. */
    readonly query: string;
    readonly case: string;
    /** In the order of the scales. */
    readonly plans: readonly ModelledPlan[];
    /** What it did on loaded rows, in the order of the scales; absent where it was not executed. */
    readonly measured?: readonly MeasuredSize[];
    /** What follows from both; absent in what older versions wrote. */
    readonly growth?: CaseGrowth;
}

/** How a case grows with the dataset, as far as its sizes tell. */
export interface CaseGrowth {
    /** Of what it costs at modelled sizes, towards the greatest; absent when they lie within a hundredfold. */
    readonly cost?: SeenGrowth;
    /** Of the blocks that it touches on loaded rows, beside the rows that it returns; absent when they do not tell. */
    readonly blocks?: SeenGrowth;
    /** The scale at which it passes its limit of blocks; absent when it does not, or has passed it already. */
    readonly budgetEndsAt?: number;
}

/** How the cost of a case, or the blocks that it touches, grew between two scales. */
export interface SeenGrowth {
    readonly growth: Growth;
    /** The figure at `to` is the one at `from` times (to / from) to this power. */
    readonly exponent: number;
    readonly from: number;
    readonly to: number;
}

/** How much something grows with the tables, from the best to the worst. */
export const growths = ["bounded", "log", "linear", "worse"] as const;

export type Growth = (typeof growths)[number];

/** One execution of a case on loaded rows of some size. */
export interface MeasuredSize {
    readonly scale: number;
    /** Of 8 kB, found in shared buffers or read into them. */
    readonly blocks: number;
    /** Rows that it returned. */
    readonly rows: number;
}

/** A plan and its size. */
export interface ScaledTree {
    readonly scale: number;
    /** The canonical plan tree, one line a node, children indented below their parent. */
    readonly tree: readonly string[];
}

export interface ModelledPlan extends ScaledTree {
    /** What the planner expects it to cost, in its own unit: about the reading of one page in sequence. */
    readonly cost: number;
    /** Rows it expects the query to return. */
    readonly rows: number;
}

/** What a modelled size leaves out of a plan; undefined where nothing. */
export function leftOut(tree: readonly string[]): string | undefined {
    if (tree[0] === "Call") return "a call, which has no plan before it is executed";
    if (tree.some((line) => /^ *(?:[^ ]+ [^:]+: )?(?:Async )?Foreign Scan\b/.test(line))) return "foreign tables";
    return undefined;
}

/** Plans that are equal at scales that follow each other. */
export interface Stretch {
    readonly scales: readonly number[];
    readonly tree: readonly string[];
}

/** The scales cut where the plan changes. */
export function stretchesOf(plans: readonly ScaledTree[]): Stretch[] {
    const stretches: Stretch[] = [];
    for (const { scale, tree } of plans) {
        const last = stretches.at(-1);
        if (last && sameLines(last.tree, tree)) {
            stretches[stretches.length - 1] = { ...last, scales: [...last.scales, scale] };
        } else stretches.push({ scales: [scale], tree });
    }
    return stretches;
}
