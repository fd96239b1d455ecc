import { Bench } from "tinybench";

/** How long a loop of executions goes on: until both minima are reached, but not past either maximum. */
export interface LoopBounds {
    readonly minExecutions: number;
    /** Time spent in executions. */
    readonly minTimeMs: number;
    readonly maxExecutions: number;
    /** Time on the clock. The execution that crosses it is completed and counts. */
    readonly maxTimeMs: number;
}

/**
 * Executes again and again, one after the other, and times each execution.
 *
 * tinybench drives the loop. The samples are taken here because it gives them back sorted, and because its time and
 * iteration limits are both minima: a query of one second would run as often as one of a millisecond.
 *
 * @returns milliseconds, in the order of execution; at least one
 * @throws what `execute` throws
 */
export async function sampleLoop(execute: () => Promise<unknown>, bounds: LoopBounds): Promise<number[]> {
    const samplesMs: number[] = [];
    const enough = new AbortController();
    const bench = new Bench({
        warmup: false,
        iterations: bounds.minExecutions,
        time: bounds.minTimeMs,
        throws: true,
        signal: enough.signal,
    });
    const startedAt = performance.now();
    const timed = async (): Promise<void> => {
        const begin = performance.now();
        await execute();
        const end = performance.now();
        samplesMs.push(end - begin);
        if (samplesMs.length >= bounds.maxExecutions || end - startedAt >= bounds.maxTimeMs) enough.abort();
    };
    bench.add("execution", timed, { async: true });
    await bench.run();
    return samplesMs;
}
