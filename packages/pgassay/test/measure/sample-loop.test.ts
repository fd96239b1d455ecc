import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { sampleLoop } from "../../src/measure/sample-loop.ts";

const unbounded = { minExecutions: 0, minTimeMs: 0, maxExecutions: Number.MAX_SAFE_INTEGER, maxTimeMs: 60_000 };
const instant = async (): Promise<number> => 0;

describe("sampleLoop", () => {
    it("keeps the samples in the order of execution", async () => {
        const told = [30, 1, 29, 2, 28, 3];
        let executions = 0;
        const next = async (): Promise<number> => told[executions++] ?? 0;
        expect(await sampleLoop(next, { ...unbounded, minExecutions: told.length })).toEqual(told);
    });

    it("stops at the most executions, however little time has passed", async () => {
        const samples = await sampleLoop(instant, { ...unbounded, minTimeMs: 60_000, maxExecutions: 40 });
        expect(samples).toHaveLength(40);
    });

    it("stops at the most time, however few executions there were", async () => {
        const slow = async (): Promise<number> => {
            await sleep(50);
            return 50;
        };
        const samples = await sampleLoop(slow, { ...unbounded, minExecutions: 1000, maxTimeMs: 90 });
        // One where the machine took so long for it.
        expect([1, 2]).toContain(samples.length);
    });

    it("goes on until both minima are reached", async () => {
        const byCount = await sampleLoop(instant, { ...unbounded, minExecutions: 25, minTimeMs: 0 });
        expect(byCount).toHaveLength(25);
        const byTime = await sampleLoop(async () => 5, { ...unbounded, minExecutions: 1, minTimeMs: 40 });
        expect(byTime).toHaveLength(8);
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
