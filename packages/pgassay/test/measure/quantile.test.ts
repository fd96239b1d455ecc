import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quantile } from "../../src/measure/quantile.ts";

const oneTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);

const sortedArray = fc
    .array(fc.double({ noNaN: true, min: 0, max: 1e6 }), { minLength: 1, maxLength: 400 })
    .map((values) => values.toSorted((a, b) => a - b));
const percent = fc.integer({ min: 1, max: 100 });

describe("quantile", () => {
    it.each([
        { of: [7], percent: 1, is: 7 },
        { of: [7], percent: 100, is: 7 },
        { of: [1, 2], percent: 50, is: 1 },
        { of: [1, 2, 3], percent: 50, is: 2 },
        // The example of nearest rank in every textbook: 15 20 35 40 50.
        { of: [15, 20, 35, 40, 50], percent: 5, is: 15 },
        { of: [15, 20, 35, 40, 50], percent: 30, is: 20 },
        { of: [15, 20, 35, 40, 50], percent: 40, is: 20 },
        { of: [15, 20, 35, 40, 50], percent: 100, is: 50 },
        { of: oneTo(19), percent: 95, is: 19 },
        { of: oneTo(20), percent: 95, is: 19 },
        { of: oneTo(30), percent: 95, is: 29 },
        { of: oneTo(1000), percent: 99, is: 990 },
    ])("takes the $percent th percentile of $of.length values", ({ of, percent: p, is }) => {
        expect(quantile(of, p)).toBe(is);
    });

    it("puts each percentile of 1 … 100 at its own rank, where floating point would not", () => {
        for (const rank of oneTo(100)) expect(quantile(oneTo(100), rank)).toBe(rank);
    });

    it("is the smallest measured value that enough values do not exceed", () => {
        fc.assert(
            fc.property(sortedArray, percent, (sorted, p) => {
                const value = quantile(sorted, p);
                const below = sorted.filter((other) => other < value).length;
                const notAbove = sorted.filter((other) => other <= value).length;
                expect(sorted).toContain(value);
                expect(notAbove * 100).toBeGreaterThanOrEqual(p * sorted.length);
                expect(below * 100).toBeLessThan(p * sorted.length);
            }),
        );
    });

    it("never falls as the percentage rises", () => {
        fc.assert(
            fc.property(sortedArray, percent, percent, (sorted, p, q) => {
                expect(quantile(sorted, Math.min(p, q))).toBeLessThanOrEqual(quantile(sorted, Math.max(p, q)));
            }),
        );
    });

    it("refuses to speak of no values", () => {
        expect(() => quantile([], 50)).toThrow("no 50th percentile of 0 values");
    });
});
