import { describe, expect, it } from "vitest";
import { weekMs } from "../../src/data/calendar.ts";
import { type Groups, groupsOf } from "../../src/data/groups.ts";
import { chronological, following, identityOrder, orderedBy, type RowOrder } from "../../src/data/row-order.ts";

const monday = Date.UTC(2025, 0, 6);
const weeks = 20;

function rowsOf(order: RowOrder): number[] {
    return Array.from({ length: order.batches }, (_, index) => [...order.batch(index)]).flat();
}

function all(count: number): number[] {
    return Array.from({ length: count }, (_, row) => row);
}

/** Groups whose rows come at even intervals over all weeks. */
function evenly(groups: Groups) {
    const lengthMs = weeks * weekMs;
    const timeMs = (row: number): number => {
        const group = groups.of(row);
        return monday + Math.floor(((row - groups.start(group)) / groups.size(group)) * lengthMs);
    };
    return {
        groups,
        timeMs,
        countBefore: (group: number, instantMs: number): number =>
            Math.ceil(((instantMs - monday) / lengthMs) * groups.size(group)),
    };
}

describe("identityOrder", () => {
    it.each([0, 1, 8_192, 8_193, 20_000])("has %i rows as they are numbered", (rows) => {
        expect(rowsOf(identityOrder(rows))).toEqual(all(rows));
    });
});

describe("orderedBy", () => {
    it("sorts by time and, at the same time, by number", () => {
        expect(rowsOf(orderedBy([30, 10, 20, 10]))).toEqual([1, 3, 2, 0]);
    });
});

describe("chronological", () => {
    const groups = groupsOf(50, (group) => Math.floor(3_000 / (group + 1)));
    const timeline = evenly(groups);
    const rows = rowsOf(chronological(timeline, monday, weeks));

    it("writes every row once", () => {
        expect(rows.toSorted((a, b) => a - b)).toEqual(all(groups.total));
    });

    it("writes them in order of time, the parents mixed", () => {
        const times = rows.map(timeline.timeMs);
        expect(times).toEqual(times.toSorted((a, b) => a - b));
        expect(new Set(rows.slice(0, 200).map((row) => groups.of(row))).size).toBeGreaterThan(20);
    });

    it("loses no row that lies outside the weeks it was told of", () => {
        const order = chronological(timeline, monday + 3 * weekMs, 4);
        expect(rowsOf(order).toSorted((a, b) => a - b)).toEqual(all(groups.total));
    });
});

describe("following", () => {
    it("writes children in the order of their parents", () => {
        const children = groupsOf(3, (parent) => [2, 0, 3][parent] ?? 0);
        expect(rowsOf(following(orderedBy([3, 1, 2]), children))).toEqual([2, 3, 4, 0, 1]);
    });
});
