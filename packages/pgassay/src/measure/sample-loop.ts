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
 * Executes again and again, one after the other.
 *
 * tinybench drives the loop. When it ends is decided here, because its limits are both minima, and a query of one second
 * would run as often as one of a millisecond; so is what a sample is, because tinybench gives them back sorted.
 *
 * @param execute one execution, which tells how many milliseconds of it count
 * @param isEnough what must hold besides the minima
 * @returns what the executions told, in their order; at least one
 * @throws what `execute` throws
 */
export async function sampleLoop(
    execute: () => Promise<number>,
    bounds: LoopBounds,
    isEnough: (samplesMs: readonly number[]) => boolean = () => true,
): Promise<number[]> {
    const samplesMs: number[] = [];
    let spentMs = 0;
    const end = new AbortController();
    const bench = new Bench({
        warmup: false,
        iterations: bounds.maxExecutions,
        time: 0,
        throws: true,
        signal: end.signal,
    });
    const startedAt = performance.now();
    const isOver = (): boolean => performance.now() - startedAt >= bounds.maxTimeMs;
    const isReached = (): boolean => samplesMs.length >= bounds.minExecutions && spentMs >= bounds.minTimeMs;
    const sample = async (): Promise<void> => {
        const sampleMs = await execute();
        samplesMs.push(sampleMs);
        spentMs += sampleMs;
        if (isOver() || (isReached() && isEnough(samplesMs))) end.abort();
    };
    bench.add("execution", sample, { async: true });
    await bench.run();
    return samplesMs;
}
