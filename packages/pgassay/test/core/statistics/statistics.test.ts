import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { describe, expect, it } from "vitest";
import { adjustedP } from "../../../src/core/statistics/adjusted-p.ts";
import { median } from "../../../src/core/statistics/median.ts";
import { normalTail } from "../../../src/core/statistics/normal-tail.ts";
import { percentileInterval } from "../../../src/core/statistics/percentile-interval.ts";
import { rankTest } from "../../../src/core/statistics/rank-test.ts";
import { sessionRatio, type SessionPair } from "../../../src/core/statistics/session-ratio.ts";
import reference from "./rank-test-reference.json" with { type: "json" };

describe("normalTail", () => {
    // scipy 1.10.1, scipy.stats.norm.sf
    const tails: readonly (readonly [number, number])[] = [
        [0, 0.5],
        [0.1, 0.460172162722971],
        [0.5, 0.3085375387259869],
        [1, 0.15865525393145707],
        [1.96, 0.024997895148220435],
        [2.4999, 0.006211418374944587],
        [2.5, 0.006209665325776132],
        [3, 0.0013498980316300933],
        [4.5, 3.3976731247300535e-6],
        [6, 9.865876450376946e-10],
        [8, 6.22096057427174e-16],
        [12, 1.776482112077653e-33],
        [-1, 0.8413447460685429],
        [-3, 0.9986501019683699],
    ];
    it.each(tails)("of %f is %f", (z, tail) => {
        expect(Math.abs(normalTail(z) / tail - 1)).toBeLessThan(1e-12);
    });
});

describe("rankTest", () => {
    it.each(reference.cases)("agrees with the reference: p = $p", ({ first, second, u, p }) => {
        const result = rankTest(first, second);
        expect(result.u).toBe(u);
        expect(Math.abs(result.p - p)).toBeLessThan(1e-6);
    });

    it("finds no difference between equal values", () => {
        expect(rankTest([3, 3, 3], [3, 3])).toEqual({ u: 3, p: 1 });
    });

    it("says the same whichever sample comes first", () => {
        const [a, b] = [
            [1, 2, 2, 5, 8],
            [2, 3, 7, 9],
        ];
        expect(rankTest(a, b).p).toBe(rankTest(b, a).p);
    });

    it("refuses what cannot be ranked", () => {
        expect(() => rankTest([], [1])).toThrow(RangeError);
        expect(() => rankTest([Number.NaN], [1])).toThrow(RangeError);
    });
});

describe("percentileInterval", () => {
    const ranks = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);

    // scipy 1.17.1: scipy.stats.binom.ppf(0.025, n, p) and binom.ppf(0.975, n, p) + 1, within 1 … n
    const bounds: readonly (readonly [number, number, object])[] = [
        [40, 50, { low: 14, high: 27 }],
        [40, 90, { low: 32, high: 40 }],
        [40, 95, { low: 35 }],
        [40, 99, { low: 38 }],
        [100, 50, { low: 40, high: 61 }],
        [100, 90, { low: 84, high: 96 }],
        [100, 95, { low: 90, high: 100 }],
        [100, 99, { low: 97 }],
        [250, 50, { low: 110, high: 141 }],
        [250, 90, { low: 215, high: 235 }],
        [250, 95, { low: 230, high: 245 }],
        [250, 99, { low: 244 }],
        [1000, 50, { low: 469, high: 532 }],
        [1000, 90, { low: 881, high: 919 }],
        [1000, 95, { low: 936, high: 964 }],
        [1000, 99, { low: 983, high: 997 }],
    ];
    it.each(bounds)("of %d values bounds the p%d by two ranks", (n, percent, interval) => {
        expect(percentileInterval(ranks(n), percent)).toEqual(interval);
    });

    it("leaves an end out that so few values cannot give", () => {
        expect(percentileInterval(ranks(5), 50)).toEqual({});
        expect(percentileInterval(ranks(6), 50)).toEqual({ low: 1, high: 6 });
        expect(percentileInterval(ranks(71), 95).high).toBeUndefined();
        expect(percentileInterval(ranks(72), 95).high).toBe(72);
        expect(percentileInterval(ranks(367), 99).high).toBeUndefined();
        expect(percentileInterval(ranks(368), 99).high).toBe(368);
    });
});

describe("adjustedP", () => {
    it("steps down as Holm does, and never below a smaller one", () => {
        expect(adjustedP([0.01, 0.04, 0.03, 0.005])).toEqual([0.03, 0.06, 0.06, 0.02]);
        expect(adjustedP([0.9, 0.6])).toEqual([1, 1]);
        expect(adjustedP([])).toEqual([]);
    });
});

describe("median", () => {
    it("is the middle of the numbers and not of their texts", () => {
        expect(median([10, 9, 100])).toBe(10);
        expect(median([4, 1])).toBe(2.5);
        expect(() => median([])).toThrow(RangeError);
    });
});

describe("sessionRatio", () => {
    const trueRatio = 1.1;
    const comparisons = 2000;

    it("covers the true ratio in 93 to 97 of 100 clustered comparisons", () => {
        const covered = count(comparisons, (i) => covers(sessionRatio(clustered(i))));
        expect(covered / comparisons).toBeGreaterThanOrEqual(0.93);
        expect(covered / comparisons).toBeLessThanOrEqual(0.97);
    });

    it("does what resampling executions does not", () => {
        const covered = count(400, (i) => covers(executionRatio(clustered(i))));
        expect(covered / 400).toBeLessThan(0.8);
    });

    it("gives the same interval for the same sessions", () => {
        expect(sessionRatio(clustered(1))).toEqual(sessionRatio(clustered(1)));
    });

    it("refuses times of zero and a single pair", () => {
        expect(() => sessionRatio([{ base: [1], head: [1] }])).toThrow(RangeError);
        const pair = { base: [0], head: [1] };
        expect(() => sessionRatio([pair, pair])).toThrow(RangeError);
    });

    const covers = ({ low, high }: { low: number; high: number }): boolean => low <= trueRatio && trueRatio <= high;

    const count = (times: number, holds: (i: number) => boolean): number =>
        Array.from({ length: times }, (_, i) => holds(i)).filter(Boolean).length;

    /** 20 pairs of sessions of 10 executions each; sessions differ by 15 %, executions within one by 5 %. */
    function clustered(index: number): SessionPair[] {
        const random = xoroshiro128plus(1000 + index);
        const gauss = (): number =>
            Math.sqrt(-2 * Math.log(1 - uniformFloat64(random))) * Math.cos(2 * Math.PI * uniformFloat64(random));
        const session = (factor: number): number[] => {
            const level = factor * Math.exp(0.15 * gauss());
            return Array.from({ length: 10 }, () => level * Math.exp(0.05 * gauss()));
        };
        return Array.from({ length: 20 }, () => ({ base: session(1), head: session(trueRatio) }));
    }

    /** The plain bootstrap: all executions of a side in one bag. */
    function executionRatio(pairs: readonly SessionPair[]): { low: number; high: number } {
        const random = xoroshiro128plus(1);
        const [base, head] = [pairs.flatMap((pair) => pair.base), pairs.flatMap((pair) => pair.head)];
        const draw = (values: readonly number[]): number =>
            median(values.map(() => values[uniformInt(random, 0, values.length - 1)] ?? 0));
        const ratios = Float64Array.from({ length: 200 }, () => draw(head) / draw(base)).sort();
        return { low: ratios[5] ?? 0, high: ratios[194] ?? 0 };
    }
});
