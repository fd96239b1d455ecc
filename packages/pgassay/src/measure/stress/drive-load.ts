import { setImmediate as turn, setTimeout as sleep } from "node:timers/promises";
import type { Lane } from "./lane.ts";
import type { Answer } from "./operation-pool.ts";
import type { Operation } from "./operation.ts";

/** How much is asked for, and for how long. */
export interface Load {
    /**
     * Requests a second, evenly spaced, whether or not earlier ones have been answered; without it each lane sends its
     * next request when it has the answer to the one before.
     */
    readonly ratePerSecond?: number;
    readonly durationMs: number;
    /** Ends the load early: what is under way is waited for. */
    readonly signal: AbortSignal;
}

/** One request and what came of it. */
export interface Outcome<O extends Operation> {
    readonly operation: O;
    readonly answer: Answer;
    /** Microseconds from the moment at which it was due to the answer. */
    readonly latencyUs: number;
}

/** What a load came to, apart from its requests. */
export interface Driven {
    /** From the start to the last answer. */
    readonly tookMs: number;
    /** Requests that were due and never sent, because those before them took too long. */
    readonly unsent: number;
    /** Microseconds by which the generator itself was late, for each request that it waited for with a lane to spare. */
    readonly lateUs: readonly number[];
}

/**
 * Sends operations over lanes until the time is up, and waits for every answer. A request that is due while all lanes
 * are busy is sent as soon as one is free, and has waited since then: a service that stalls for two seconds delays all
 * requests of these seconds, and not only those that were under way.
 */
export async function driveLoad<O extends Operation>(
    lanes: readonly Lane[],
    next: () => O,
    { ratePerSecond, durationMs, signal }: Load,
    tell: (outcome: Outcome<O>) => void,
): Promise<Driven> {
    const lateUs: number[] = [];
    const gapMs = ratePerSecond === undefined ? undefined : 1000 / ratePerSecond;
    const arrivals = gapMs === undefined ? Number.POSITIVE_INFINITY : Math.max(1, Math.floor(durationMs / gapMs));
    const longestMs = gapMs === undefined ? durationMs : durationMs * backlogFactor;
    let arrived = 0;
    const startMs = performance.now();
    const work = async (lane: Lane): Promise<void> => {
        while (!signal.aborted && arrived < arrivals && performance.now() - startMs < longestMs) {
            const dueMs = gapMs === undefined ? performance.now() : startMs + arrived * gapMs;
            arrived++;
            if (gapMs !== undefined && dueMs > performance.now()) {
                await until(dueMs, gapMs, signal);
                if (signal.aborted) return;
                lateUs.push((performance.now() - dueMs) * 1000);
            }
            const operation = next();
            const { answer, atMs } = await lane.send(operation);
            tell({ operation, answer, latencyUs: (atMs - dueMs) * 1000 });
        }
    };
    await Promise.all(lanes.map(work));
    return {
        tookMs: performance.now() - startMs,
        unsent: gapMs === undefined || signal.aborted ? 0 : arrivals - arrived,
        lateUs,
    };
}

/** How many times as long as asked a load may take, in order to send what has become due meanwhile. */
const backlogFactor = 3;

/** Arrivals further apart than this are waited for to the fraction of a millisecond, which costs processor time. */
const preciseFromMs = 5;

/** The last stretch of a precise wait, which a timer could miss: it counts in whole milliseconds, and fires late. */
const watchedMs = 1.5;

/** An end that is asked for is seen within this time. */
const longestSleepMs = 200;

async function until(dueMs: number, gapMs: number, signal: AbortSignal): Promise<void> {
    const isPrecise = gapMs >= preciseFromMs;
    for (let leftMs = dueMs - performance.now(); leftMs > 0 && !signal.aborted; leftMs = dueMs - performance.now()) {
        const sleepMs = isPrecise ? Math.floor(leftMs - watchedMs) : Math.ceil(leftMs);
        await (sleepMs > 0 ? sleep(Math.min(sleepMs, longestSleepMs)) : turn());
    }
}
