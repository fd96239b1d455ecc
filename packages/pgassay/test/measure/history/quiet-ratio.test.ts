import { describe, expect, it } from "vitest";
import { quietRatio } from "../../../src/measure/history/quiet-ratio.ts";
import type { SessionPair } from "../../../src/core/statistics/session-ratio.ts";

/** Twenty pairs of sessions, `head` at 1.25 times `base`, all a little different. */
const quiet = Array.from({ length: 20 }, (_, n): SessionPair => {
    const wobble = 1 + ((n * 7) % 20) / 1000;
    return { base: [100 * wobble, 101 * wobble, 99 * wobble], head: [125 * wobble, 126 * wobble, 124 * wobble] };
});

const times = (values: readonly number[], factor: number): number[] => values.map((value) => value * factor);

describe("quietRatio", () => {
    it("is the ratio of the two sides when nothing disturbs them", () => {
        expect(quietRatio(quiet).ratio).toBeCloseTo(1.25, 3);
    });

    it("stays when most sessions are disturbed, one side more than the other", () => {
        const disturbed = quiet.map(({ base, head }, n) =>
            n % 5 === 0 ? { base, head } : { base: times(base, 1.1), head: times(head, 2) },
        );
        expect(quietRatio(disturbed).ratio / quietRatio(quiet).ratio).toBeCloseTo(1, 1);
    });

    it("moves with a change of all sessions", () => {
        const slower = quiet.map(({ base, head }) => ({ base, head: times(head, 1.1) }));
        expect(quietRatio(slower).ratio / quietRatio(quiet).ratio).toBeCloseTo(1.1, 6);
    });

    it("is not moved by one session that is fast by accident", () => {
        const [first, ...others] = quiet;
        if (!first) throw new Error("no pair");
        const lucky = [{ base: first.base, head: times(first.head, 0.2) }, ...others];
        expect(quietRatio(lucky).ratio / quietRatio(quiet).ratio).toBeCloseTo(1, 2);
    });

    it("has an interval that holds it, and that is the same each time", () => {
        const { ratio, low, high } = quietRatio(quiet);
        expect(low).toBeLessThanOrEqual(ratio);
        expect(high).toBeGreaterThanOrEqual(ratio);
        expect(quietRatio(quiet)).toEqual({ ratio, low, high });
    });
});
