import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apportion, groupsOf } from "../../src/data/groups.ts";

describe("apportion", () => {
    it("shares out everything, in proportion and with the minimum", () => {
        fc.assert(
            fc.property(
                fc.array(fc.integer({ min: 1, max: 2 ** 30 }), { minLength: 1, maxLength: 60 }),
                fc.integer({ min: 0, max: 1_000_000 }),
                fc.integer({ min: 0, max: 5 }),
                (weights, total, minimum) => {
                    const groups = apportion(total, weights, minimum);
                    expect(groups.total).toBe(Math.max(total, weights.length * minimum));
                    const whole = weights.reduce((a, b) => a + b);
                    const rest = groups.total - weights.length * minimum;
                    weights.forEach((weight, group) => {
                        expect(groups.size(group)).toBeGreaterThanOrEqual(minimum);
                        expect(Math.abs(groups.size(group) - minimum - (rest * weight) / whole)).toBeLessThanOrEqual(1);
                    });
                },
            ),
        );
    });
});

describe("Groups", () => {
    it("finds the group of every row, empty groups in between", () => {
        fc.assert(
            fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 40 }), (sizes) => {
                const groups = groupsOf(sizes.length, (group) => sizes[group] ?? 0);
                const owners = sizes.flatMap((size, group) => Array<number>(size).fill(group));
                expect(owners.map((_, row) => groups.of(row))).toEqual(owners);
                expect(groups.total).toBe(owners.length);
            }),
        );
    });
});
