import type pg from "pg";
import type { BoundCase } from "../core/query.ts";
import type { Measurement } from "../core/run-record.ts";
import { watchDisturbance } from "./disturbance.ts";
import { fewestSamples } from "./doubts.ts";
import { statementError } from "../plan/statement-error.ts";
import { isTimeout } from "../server/server-trouble.ts";
import { backendProcessor } from "./processor-time.ts";
import { sampleLoop, type LoopBounds } from "./sample-loop.ts";
import { isSettled } from "./settled.ts";
import { countPlanning, type StatementCounters } from "./statement-counters.ts";
import { summarize, timedOut } from "./summarize.ts";
import { guardSession, undone } from "./undone.ts";

export interface LatencyOptions {
    /** Executions that are thrown away: until the minima are reached and the times are stable. */
    readonly warmUp: LoopBounds;
    readonly measured: LoopBounds;
    /** The most executions of a case that writes, each of which leaves dead rows behind. */
    readonly mostWrites: number;
    /** An execution that takes longer is stopped and ends its case; four times the target where that is more. */
    readonly statementTimeoutMs: number;
}

/** About 0.3 s for a case that takes a millisecond, never more than 2.5 s plus two executions. */
export const defaultLatencyOptions: LatencyOptions = {
    // PostgreSQL plans the first five executions of a prepared statement for their values and then decides whether
    // one plan serves all values. From the seventh on that is settled.
    warmUp: { minExecutions: 8, minTimeMs: 50, maxExecutions: 300, maxTimeMs: 500 },
    measured: { minExecutions: fewestSamples, minTimeMs: 250, maxExecutions: 1000, maxTimeMs: 2000 },
    mostWrites: 200,
    statementTimeoutMs: 10_000,
};

/** The session that cases are executed in, and the one that counts what it does. */
export interface Sessions {
    readonly client: pg.Client;
    readonly counters: StatementCounters | undefined;
}

/**
 * Times one case as a client sees it: as a named prepared statement through node-postgres, from sending it to having all
 * rows as objects. What reads does so in read-only transactions, and what writes is rolled back each time.
 *
 * @throws a usage error when the query fails, or writes and does not say so; an environment error when the server goes
 * away
 */
export async function measureCase(
    { client, counters }: Sessions,
    bound: BoundCase,
    statementName: string,
    options: LatencyOptions,
): Promise<Measurement> {
    const timeoutMs = Math.ceil(Math.max(options.statementTimeoutMs, 4 * bound.query.targetMsP95));
    const statement = { name: statementName, text: bound.query.text, values: [...bound.values] };
    const bounded = ({ maxExecutions, ...bounds }: LoopBounds): LoopBounds => ({
        ...bounds,
        maxExecutions: bound.query.kind === "read" ? maxExecutions : Math.min(maxExecutions, options.mostWrites),
    });
    try {
        await guardSession(client, bound.query, timeoutMs);
        if (counters) await client.query(countPlanning);
        const processor = await backendProcessor(client);
        const processorMs: number[] = [];
        const execute = (): Promise<number> =>
            undone(client, bound.query, async () => {
                const ranUs = processor?.().ranUs ?? 0;
                const begin = performance.now();
                await client.query(statement);
                const took = performance.now() - begin;
                if (processor) processorMs.push((processor().ranUs - ranUs) / 1000);
                return took;
            });
        await sampleLoop(execute, bounded(options.warmUp), isSettled);
        processorMs.length = 0;
        await counters?.restart();
        const disturbance = watchDisturbance(processor);
        const samplesMs = await sampleLoop(execute, bounded(options.measured));
        const disturbed = disturbance();
        const server = await counters?.read(samplesMs.length);
        return summarize(samplesMs, {
            ...(processor && { processorMs }),
            ...(disturbed && { disturbance: disturbed }),
            ...(server && { server }),
        });
    } catch (cause) {
        if (!isTimeout(cause)) throw statementError("measure", bound, cause);
        // The rest of the run has more to tell than one query that hangs: it took at least this long.
        return timedOut(timeoutMs);
    }
}
