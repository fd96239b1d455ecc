import type { HistoryHead } from "./history.ts";

/** What one run of the history says of a case. */
export interface TrendPoint {
    readonly head: HistoryHead;
    /** How many times as long as the reference it took. */
    readonly ratio: number;
    readonly tree: readonly string[];
}

/** A change that lasted: the level of the runs up to the next change, against that of the runs since the one before. */
export interface TrendChange {
    /** Position of the first run after it. */
    readonly index: number;
    /** Medians of the ratios. */
    readonly before: number;
    readonly after: number;
}

/** One case over the runs of the history. */
export interface Trend {
    readonly query: string;
    readonly case: string;
    /** The earliest first, at least one. */
    readonly points: readonly TrendPoint[];
    readonly changes: readonly TrendChange[];
}
