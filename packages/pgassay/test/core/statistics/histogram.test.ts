import { describe, expect, it } from "vitest";
import { histogram } from "../../../src/core/statistics/histogram.ts";

const counts = (values: readonly number[], axis: "linear" | "log", bars: number): number[] =>
    histogram(values, axis, bars).bars.map(({ count }) => count);

/** 29 values from 10 to 12, and one far away. */
const withOutlier = [...Array.from({ length: 29 }, (_, i) => 10 + (i * 2) / 28), 500];

describe("a histogram", () => {
    it("counts every value once, the least and the largest too", () => {
        expect(histogram([1, 1, 2, 5], "linear", 4)).toEqual({
            bars: [
                { middle: 1.5, count: 2 },
                { middle: 2.5, count: 1 },
                { middle: 3.5, count: 0 },
                { middle: 4.5, count: 1 },
            ],
            start: 1,
            end: 5,
            beyond: 0,
        });
    });

    it("keeps its bars for the others when one value is far away, and counts that one", () => {
        const { bars, end, beyond } = histogram(withOutlier, "linear", 20);
        expect([end, beyond]).toEqual([14, 1]);
        expect(bars.filter(({ count }) => count > 0).length).toBeGreaterThan(5);
    });

    it("has room for all on a logarithmic axis, whose bars grow by a factor", () => {
        const { bars, end, beyond } = histogram([1, 10, 100, 1000], "log", 3);
        expect([end, beyond]).toEqual([1000, 0]);
        expect(bars.map(({ middle }) => Math.round(middle * 100) / 100)).toEqual([3.16, 31.62, 316.23]);
        expect(counts(withOutlier, "log", 10).at(-1)).toBe(1);
    });

    it("takes equal values, one, and none", () => {
        expect(counts([3, 3, 3], "linear", 2)).toEqual([3, 0]);
        expect(counts([3], "log", 2)).toEqual([1, 0]);
        expect(counts([], "linear", 2)).toEqual([0, 0]);
    });
});
