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

    it("tells between what the percentiles lie, as far as so many samples can", () => {
        const { intervalsMs, p50Ms } = summarize(jittery(80));
        expect(intervalsMs.p50.low).toBeLessThan(p50Ms);
        expect(intervalsMs.p50.high).toBeGreaterThan(p50Ms);
        expect(Object.keys(intervalsMs.p95)).toEqual(["low", "high"]);
        expect(Object.keys(intervalsMs.p99)).toEqual(["low"]);
    });

    it("leaves to the client what the server does not account for", () => {
        const server = { planMs: 0.25, executeMs: 1, blocks: 3, walRecords: 0, walBytes: 0 };
        expect(summarize([1, 2, 3], { server }).perCall).toEqual({ ...server, clientMs: 0.75 });
        expect(summarize([1, 1, 1], { server }).perCall?.clientMs).toBe(0);
    });

    it("doubts samples of which the second half is slower, or faster", () => {
        const drifting = jittery(200).map((ms, n) => (n < 100 ? 1 + ms : 1.3 * (1 + ms)));
        expect(summarize(drifting).doubts).toEqual(["drifting"]);
        expect(summarize(drifting.toReversed()).doubts).toEqual(["drifting"]);
    });

    it("believes a drift of a fifth, one of less than a tenth of a millisecond, and one that may be chance", () => {
        expect(summarize(jittery(1000).map((ms, n) => (n < 500 ? 1 + ms : 1.2 * (1 + ms)))).doubts).toEqual([]);
        expect(summarize(jittery(1000).map((ms, n) => (n < 500 ? ms : 1.4 * ms))).doubts).toEqual([]);
        const unsteady = [1, 2.01, 3.02, 1.03, 2.04, 1.5, 3.1, 0.9];
        expect(summarize([...unsteady, ...unsteady, ...unsteady.map((ms) => 1.3 * ms), ...unsteady]).doubts).toEqual(
            [],
        );
    });

    it("doubts what was measured while others had the processors", () => {
        const calm = { waitedShare: 0.1, stolenShare: 0.1 };
        const samples = jittery(200).map((ms) => 1 + ms);
        expect(summarize(samples, { disturbance: calm }).doubts).toEqual([]);
        const waited = { ...calm, waitedShare: 0.11 };
        expect(summarize(samples, { disturbance: waited }).doubts).toEqual(["noisy-neighbour"]);
        const stolen = { ...calm, stolenShare: 0.11 };
        expect(summarize(samples, { disturbance: stolen }).doubts).toEqual(["noisy-neighbour"]);
    });

    it("believes short executions in which server and client waited for each other", () => {
        const waited = { waitedShare: 0.4, stolenShare: 0 };
        const samples = jittery(200).map((ms) => 0.1 + ms / 100);
        expect(summarize(samples, { disturbance: waited }).doubts).toEqual([]);
        expect(
            summarize(
                samples.map((ms) => 10 * ms),
                { disturbance: waited },
            ).doubts,
        ).toEqual(["noisy-neighbour"]);
    });
});
