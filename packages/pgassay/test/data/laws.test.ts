import { describe, expect, it } from "vitest";
import { dayMs, startOfWeek, weekMs, workingTime } from "../../src/data/calendar.ts";
import { logNormal, type Quantile, uniform, zipf } from "../../src/data/distributions.ts";
import { Forest } from "../../src/data/forest.ts";
import { Stream } from "../../src/data/random.ts";
import { someOf } from "../../src/data/some-of.ts";
import { stageAt } from "../../src/data/stages.ts";

const size = 40_000;
const stream = new Stream(1, "laws");
const rows = Array.from({ length: size }, (_, row) => row);

/** Above this the largest distance of 40,000 draws from their own law lies in one of 10,000 cases. */
const ownLaw = 0.011;

/** The largest difference between the share of draws below a value and the share that a law puts there. */
function distance(quantile: Quantile<number>, law: (value: number) => number): number {
    const values = rows.map((row) => quantile(stream.fraction(row))).sort((a, b) => a - b);
    return values.reduce((most, value, i) => Math.max(most, Math.abs(law(value) - (i + 0.5) / size)), 0);
}

/** The share of a normal distribution below `z` standard deviations (Abramowitz and Stegun, 7.1.26). */
function normal(z: number): number {
    const t = 1 / (1 + (0.3275911 * Math.abs(z)) / Math.SQRT2);
    const series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
    const tail = 0.5 * series * Math.exp((-z * z) / 2);
    return z < 0 ? tail : 1 - tail;
}

const between = (from: number, to: number) => (value: number) => Math.min(1, Math.max(0, (value - from) / (to - from)));
const spread = (median: number, sigma: number) => (value: number) => normal(Math.log(value / median) / sigma);

describe("draws", () => {
    it.each([
        ["uniform", uniform(10, 30), between(10, 30)],
        ["log-normal", logNormal(5, 0.9), spread(5, 0.9)],
    ])("follow the %s law", (_, quantile, law) => {
        expect(distance(quantile, law)).toBeLessThan(ownLaw);
    });

    it.each([
        ["uniform over another range", uniform(10, 30), between(10, 31)],
        ["uniform where it is log-normal", uniform(0.5, 20), spread(5, 0.9)],
        ["log-normal with a wider spread", logNormal(5, 0.95), spread(5, 0.9)],
        ["log-normal about another median", logNormal(5.3, 0.9), spread(5, 0.9)],
    ])("do not follow a law they are not of: %s", (_, quantile, law) => {
        expect(distance(quantile, law)).toBeGreaterThan(ownLaw);
    });

    it.each([0.5, 0.8, 1, 1.3])("of Zipf's law with exponent %f fall with the rank as it says", (exponent) => {
        const law = zipf(200, exponent);
        const counts = new Float64Array(200);
        for (const row of rows) counts[law.at(stream.fraction(row))]! += 1;
        const whole = counts.reduce((sum, _, rank) => sum + (rank + 1) ** -exponent, 0);
        const chiSquare = (of: number): number =>
            counts.reduce((sum, count, rank) => {
                const expected = (size * (rank + 1) ** -of) / whole;
                return sum + (count - expected) ** 2 / expected;
            }, 0);
        // With 199 degrees of freedom, above 282 in one of 10,000 cases.
        expect(chiSquare(exponent)).toBeLessThan(282);
        expect(chiSquare(exponent + 0.05)).toBeGreaterThan(282);
    });
});

describe("working time", () => {
    const monday = startOfWeek(Date.UTC(2025, 2, 5));
    const instants = rows.map((row) => workingTime(monday + stream.fraction(row) * 8 * weekMs));

    it("has as much work on each working day, a fifteenth of it at the weekend, and a dent at noon", () => {
        const days = new Float64Array(7);
        const hours = new Float64Array(24);
        for (const instant of instants) {
            days[Math.floor((instant - startOfWeek(instant)) / dayMs)]! += 1 / size;
            hours[new Date(instant).getUTCHours()]! += 1 / size;
        }
        for (const day of days.slice(0, 5)) expect(day).toBeCloseTo(days[0] ?? 0, 1);
        expect((days[5] ?? 0) + (days[6] ?? 0)).toBeGreaterThan(0.015);
        expect((days[5] ?? 0) + (days[6] ?? 0)).toBeLessThan(0.06);
        expect(hours.slice(8, 18).reduce((a, b) => a + b)).toBeGreaterThan(0.85);
        expect(hours[12]).toBeLessThan(0.75 * (hours[10] ?? 0));
        expect(hours[3]).toBeLessThan(0.005);
    });
});

describe("stages", () => {
    const stages = [
        ["reviewed", 10],
        ["approved", 30],
        ["done", 90],
    ] as const;

    it("are reached with age: of things of all ages up to 100 days, shares are the gaps between stages", () => {
        const counts: Record<string, number> = {};
        for (const row of rows) {
            const name = stageAt(stages, 0, stream.fraction(row) * 100 * dayMs, 1)?.name ?? "new";
            counts[name] = (counts[name] ?? 0) + 1 / size;
        }
        expect(counts["new"]).toBeCloseTo(0.1, 2);
        expect(counts["reviewed"]).toBeCloseTo(0.2, 2);
        expect(counts["approved"]).toBeCloseTo(0.6, 2);
        expect(counts["done"]).toBeCloseTo(0.1, 2);
    });

    it("are reached later by what is slow, and since then", () => {
        expect(stageAt(stages, 5 * dayMs, 40 * dayMs, 1)).toEqual({ name: "approved", sinceMs: 35 * dayMs });
        expect(stageAt(stages, 5 * dayMs, 40 * dayMs, 2)).toEqual({ name: "reviewed", sinceMs: 25 * dayMs });
        expect(stageAt(stages, 5 * dayMs, 10 * dayMs, 1)).toBeUndefined();
    });
});

describe("arrays", () => {
    const tags = someOf(["a", "b", "c", "d"], 1);

    it("hold each value once, the first of the list most often", () => {
        const arrays = rows.map((row) => tags(stream.draws(row), 2));
        expect(arrays.filter((array) => new Set(array).size !== array.length)).toEqual([]);
        // One draw is `a` with 12/25 probability, so two draws have it with 1 − (13/25)².
        const share = (value: string): number => arrays.filter((array) => array.includes(value)).length / size;
        expect(share("a")).toBeCloseTo(1 - (13 / 25) ** 2, 2);
        expect(share("d")).toBeCloseTo(1 - (22 / 25) ** 2, 2);
        // Both draws are the same with the sum of the squares: 12² + 6² + 4² + 3² of 25².
        expect(arrays.filter((array) => array.length === 1).length / size).toBeCloseTo(205 / 625, 2);
    });
});

describe("trees", () => {
    it("have every depth up to six, fewer nodes the deeper", () => {
        const forest = new Forest(1, "laws");
        const depths: number[] = [];
        const counts = new Float64Array(8);
        for (const index of rows) {
            const { parent } = forest.placeOf(0, index);
            const depth = parent === undefined ? 1 : (depths[parent] ?? 0) + 1;
            depths.push(depth);
            counts[depth]! += 1 / size;
        }
        expect(counts[1]).toBeGreaterThan(0.15);
        expect(counts[1]).toBeLessThan(0.3);
        for (const depth of [2, 3, 4, 5]) expect(counts[depth]).toBeGreaterThan(0.001);
        expect(counts[5]).toBeLessThan(counts[3] ?? 0);
        expect(counts[7]).toBe(0);
    });
});
