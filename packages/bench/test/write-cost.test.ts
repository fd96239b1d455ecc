import { describe, expect, it } from "vitest";
import type { Costs } from "../src/write-cost/measure.ts";
import { renderWriteCosts, writeCosts } from "../src/write-cost/ratios.ts";
import { limited, variants } from "../src/write-cost/variants.ts";
import { writes } from "../src/write-cost/writes.ts";

/** Costs in which all variants cost the same, but for those given: milliseconds of three sessions. */
function costs(of: Readonly<Record<string, readonly number[]>>): Costs {
    return new Map(
        writes.map(({ name }) => [
            name,
            new Map(variants.map((variant) => [variant.name, of[`${name} ${variant.name}`] ?? [1, 1, 1]])),
        ]),
    );
}

describe("the cost of writes", () => {
    it("is over its limit when every session says so, and says which write", () => {
        const all = writeCosts(costs({ [`update 1 ${limited}`]: [9, 3.7, 3.8] }));
        expect(all.filter(({ isOverLimit }) => isOverLimit).map(({ write }) => write)).toEqual(["update 1"]);
        expect(renderWriteCosts(all)).toMatch(
            /update 1 +1\.000 .* 3\.80 \(3\.70–9\.00\) .*\n[^]*over limit: update 1, /,
        );
    });

    it("is within it when one session is, or when another variant is over", () => {
        const noisy = costs({ [`update 1 ${limited}`]: [9, 3.5, 9], "insert 1 and policies": [50, 50, 50] });
        expect(writeCosts(noisy).some(({ isOverLimit }) => isOverLimit)).toBe(false);
    });

    it("is compared within a session", () => {
        const slow = costs({ "update 1 neither": [1, 1, 10], [`update 1 ${limited}`]: [2, 2, 20] });
        expect(writeCosts(slow)[0]?.ratios.get(limited)).toEqual({ median: 2, lowest: 2, highest: 2 });
    });
});
