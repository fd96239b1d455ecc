import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { sampleLoop } from "../../src/measure/sample-loop.ts";

const unbounded = { minExecutions: 0, minTimeMs: 0, maxExecutions: Number.MAX_SAFE_INTEGER, maxTimeMs: 60_000 };
const instant = async (): Promise<number> => 0;

/** What takes its time, as an execution that counts all of it. */
async function timed(work: Promise<void>): Promise<number> {
    const begin = performance.now();
    await work;
    return performance.now() - begin;
}

describe("sampleLoop", () => {
    it("keeps the samples in the order of execution", async () => {
        let executions = 0;
        const alternating = (): Promise<number> => timed(sleep(executions++ % 2 === 0 ? 30 : 0));
        const samples = await sampleLoop(alternating, { ...unbounded, minExecutions: 8 });
        expect(samples).toHaveLength(8);
        for (const even of [0, 2, 4, 6]) expect(samples[even]).toBeGreaterThan(29);
    });

    it("stops at the most executions, however little time has passed", async () => {
        const samples = await sampleLoop(instant, { ...unbounded, minTimeMs: 60_000, maxExecutions: 40 });
        expect(samples).toHaveLength(40);
    });

    it("stops at the most time, however few executions there were", async () => {
        const slow = (): Promise<number> => timed(sleep(50));
        const samples = await sampleLoop(slow, { ...unbounded, minExecutions: 1000, maxTimeMs: 90 });
        expect(samples).toHaveLength(2);
    });

    it("goes on until both minima are reached", async () => {
        const byCount = await sampleLoop(instant, { ...unbounded, minExecutions: 25, minTimeMs: 0 });
        expect(byCount).toHaveLength(25);
        const byTime = await sampleLoop(() => timed(sleep(5)), { ...unbounded, minExecutions: 1, minTimeMs: 40 });
        expect(byTime.reduce((sum, ms) => sum + ms)).toBeGreaterThanOrEqual(39);
    });

    it("counts towards the least time only what executions tell", async () => {
        const mostlyBeside = async (): Promise<number> => {
            await sleep(5);
            return 1;
        };
        const samples = await sampleLoop(mostlyBeside, { ...unbounded, minTimeMs: 10 });
        expect(samples).toEqual(Array(10).fill(1));
    });

    it("goes on until what else must hold does, but not past a maximum", async () => {
        const isEnough = (samples: readonly number[]): boolean => samples.length === 12;
        expect(await sampleLoop(instant, { ...unbounded, minExecutions: 3 }, isEnough)).toHaveLength(12);
        expect(await sampleLoop(instant, { ...unbounded, maxExecutions: 7 }, isEnough)).toHaveLength(7);
    });

    it("throws what an execution throws, at once", async () => {
        let executions = 0;
        const failsThird = async (): Promise<number> => {
            if (++executions === 3) throw new RangeError("third");
            return 0;
        };
        await expect(sampleLoop(failsThird, { ...unbounded, minExecutions: 10 })).rejects.toThrow(RangeError);
        expect(executions).toBe(3);
    });
});
