import { weekMs } from "./calendar.ts";
import type { Groups } from "./groups.ts";

/**
 * The order in which the rows of a table are written, in batches that can be worked out on their own. It decides
 * where on disk a row lies, and so how many blocks a query touches.
 */
export interface RowOrder {
    /** How many batches there are; some may be empty. */
    readonly batches: number;
    /** The rows of one batch, in order. */
    batch(index: number): Uint32Array;
}

/** Rows of an identity order that make up one batch. */
const identityBatch = 8192;

/** Rows as they are numbered. */
export function identityOrder(rows: number): RowOrder {
    return {
        batches: Math.ceil(rows / identityBatch),
        batch: (index) => {
            const start = index * identityBatch;
            const batch = new Uint32Array(Math.min(identityBatch, rows - start));
            for (let i = 0; i < batch.length; i++) batch[i] = start + i;
            return batch;
        },
    };
}

/** Rows by time, all in one batch: for tables so small that their times are kept anyway. */
export function orderedBy(timesMs: ArrayLike<number>): RowOrder {
    const rows = Uint32Array.from({ length: timesMs.length }, (_, row) => row);
    rows.sort((a, b) => (timesMs[a] ?? 0) - (timesMs[b] ?? 0) || a - b);
    return { batches: 1, batch: () => rows };
}

/** Rows grouped by their parent, of which it is known when each came. */
export interface Timeline {
    readonly groups: Groups;
    /** Whole milliseconds since 1970; within a group a later row is never earlier. */
    timeMs(row: number): number;
    /** How many rows of a group there are before a Monday midnight. Never falls with time. */
    countBefore(group: number, mondayMs: number): number;
}

/**
 * Rows by time although they are numbered parent by parent: a batch is a week, into which each parent contributes the
 * rows of that week. This is how a table looks that many parents' rows were inserted into as time went by.
 *
 * @param firstMondayMs the Monday midnight at or before the first row
 * @param weeks the number of weeks from there to the last row
 */
export function chronological(timeline: Timeline, firstMondayMs: number, weeks: number): RowOrder {
    const { groups } = timeline;
    return {
        batches: weeks,
        batch: (week) => {
            const startMs = firstMondayMs + week * weekMs;
            const rows: number[] = [];
            for (let group = 0; group < groups.count; group++) {
                // The first and the last week take what lies outside them, so that every row is in some week.
                const from = week === 0 ? 0 : timeline.countBefore(group, startMs);
                const to = week === weeks - 1 ? groups.size(group) : timeline.countBefore(group, startMs + weekMs);
                for (let i = from; i < to; i++) rows.push(groups.start(group) + i);
            }
            return sortedByTime(rows, startMs, timeline);
        },
    };
}

/** Sorts rows by time, and those of the same time as they come. */
function sortedByTime(rows: readonly number[], startMs: number, timeline: Timeline): Uint32Array {
    // One number a row, its time before its place, sorts ten times as fast as a comparison function.
    const places = rows.length;
    const keys = new Float64Array(places);
    for (let place = 0; place < places; place++) {
        keys[place] = (timeline.timeMs(rows[place] ?? 0) - startMs) * places + place;
    }
    keys.sort();
    const isExact = Number.isSafeInteger(keys[0] ?? 0) && Number.isSafeInteger(keys.at(-1) ?? 0);
    if (!isExact) throw new RangeError(`${places} rows of one week are too many, or too far from it, to be sorted`);
    const sorted = new Uint32Array(places);
    for (let i = 0; i < places; i++) {
        const key = keys[i] ?? 0;
        sorted[i] = rows[key - Math.floor(key / places) * places] ?? 0;
    }
    return sorted;
}

/** The rows of child tables in the order of their parents. */
export function following(parents: RowOrder, children: Groups): RowOrder {
    return {
        batches: parents.batches,
        batch: (index) => {
            const rows: number[] = [];
            for (const parent of parents.batch(index)) {
                for (let row = children.start(parent); row < children.start(parent + 1); row++) rows.push(row);
            }
            return Uint32Array.from(rows);
        },
    };
}
