import { describe, expect, it } from "vitest";
import { Discrete, logNormal, normalQuantile, weighted, zipf } from "../../src/data/distributions.ts";

/** Evenly spread fractions, so that shares come out exactly and nothing is left to chance. */
const fractions = Array.from({ length: 100_000 }, (_, i) => (i + 0.5) / 100_000);

/** How often each index comes. */
function countsOf(discrete: Discrete): number[] {
    const counts = Array<number>(discrete.size).fill(0);
    for (const fraction of fractions) {
        const index = discrete.at(fraction);
        counts[index] = (counts[index] ?? 0) + 1;
    }
    return counts;
}

describe("Discrete", () => {
    it("gives each index its share", () => {
        const discrete = new Discrete([1, 0, 3]);
        expect(countsOf(discrete)).toEqual([25_000, 0, 75_000]);
    });

    it("reaches the first and the last index at the ends", () => {
        const discrete = new Discrete([5, 1, 1]);
        expect([discrete.at(0), discrete.at(1 - 2 ** -32)]).toEqual([0, 2]);
    });

    it("refuses weights without a sum", () => {
        expect(() => new Discrete([0, 0])).toThrow("positive weight");
    });
});

describe("zipf", () => {
    it("makes the n-th index n times rarer than the first", () => {
        const law = zipf(100, 1);
        const [first = 0, ...others] = countsOf(law);
        expect(first / (others[8] ?? 0)).toBeCloseTo(10, 1);
        // The harmonic number of 100 is 5.187.
        expect(first / fractions.length).toBeCloseTo(1 / 5.187, 3);
    });
});

describe("weighted", () => {
    it("gives each value its share", () => {
        const status = weighted({ done: 80, open: 20 });
        expect(fractions.filter((fraction) => status(fraction) === "open")).toHaveLength(20_000);
    });
});

describe("normalQuantile", () => {
    it.each([
        [0.5, 0],
        [0.975, 1.959964],
        [0.841344746, 1],
        [0.001, -3.090232],
        [1e-9, -5.997807],
        [1e-14, -7.650628],
    ])("of %s is %s", (p, z) => {
        expect(normalQuantile(p)).toBeCloseTo(z, 5);
    });
});

describe("logNormal", () => {
    const hours = logNormal(5, 0.9);

    it("has half of its values below the median and two thirds within one sigma", () => {
        const values = fractions.map(hours);
        expect(values.filter((value) => value < 5)).toHaveLength(50_000);
        const within = values.filter((value) => value > 5 / Math.E ** 0.9 && value < 5 * Math.E ** 0.9).length;
        expect(within / values.length).toBeCloseTo(0.6827, 2);
    });

    it("never falls as the fraction grows, and stays finite at both ends", () => {
        const values = [0, ...fractions, 1 - 2 ** -32].map(hours);
        expect(values).toEqual(values.toSorted((a, b) => a - b));
        expect(values[0]).toBeGreaterThan(0);
        expect(values.at(-1)).toBeLessThan(5 * Math.E ** (0.9 * 3.5));
    });
});
