import { describe, expect, it } from "vitest";
import { summarize } from "../../src/measure/summarize.ts";

/** `count` different durations around a tenth of a millisecond, in no order. */
const jittery = (count: number): number[] => Array.from({ length: count }, (_, n) => 0.1 + ((n * 37) % 101) / 1000);

describe("summarize", () => {
    it("keeps the order, rounds to a tenth of a microsecond and takes percentiles of what it kept", () => {
        const { samplesUs, p50Ms, p95Ms, p99Ms, maxMs } = summarize([3, 1.00006, 2.00004]);
        expect(samplesUs).toEqual([3000, 1000.1, 2000]);
        expect({ p50Ms, p95Ms, p99Ms, maxMs }).toEqual({ p50Ms: 2, p95Ms: 3, p99Ms: 3, maxMs: 3 });
    });

    it("doubts fewer than 30 samples and no more", () => {
        expect(summarize(jittery(29)).doubts).toEqual(["few-samples"]);
        expect(summarize(jittery(30)).doubts).toEqual([]);
        expect(summarize(jittery(1000)).doubts).toEqual([]);
    });

    it("doubts a clock that gives only whole milliseconds", () => {
        expect(summarize(jittery(200).map(Math.round)).doubts).toEqual(["coarse-timer"]);
        expect(summarize(Array<number>(200).fill(1)).doubts).toEqual(["coarse-timer"]);
    });

    it("believes that most samples agree to the microsecond when some do not", () => {
        expect(summarize(jittery(200).map((ms) => Math.round(ms * 1000) / 1000)).doubts).toEqual([]);
    });
});
