import type pg from "pg";
import type { Progress } from "../core/progress.ts";
import type { BoundCase } from "../core/query.ts";
import type { LatencyResult, Measurement } from "../core/run-record.ts";
import { withClient } from "../server/client.ts";
import type { Database } from "../server/cluster.ts";
import { statementError } from "../plan/statement-error.ts";
import { isTimeout } from "../server/server-trouble.ts";
import { judgeLatency } from "./judge-latency.ts";
import { sampleLoop } from "./sample-loop.ts";
import type { LoopBounds } from "./sample-loop.ts";
import { fewestSamples, summarize, timedOut } from "./summarize.ts";

export interface LatencyOptions {
    /** Executions that are thrown away. */
    readonly warmUp: LoopBounds;
    readonly measured: LoopBounds;
    /** An execution that takes longer is stopped and ends its case; four times the target where that is more. */
    readonly statementTimeoutMs: number;
}

/** About 0.3 s for a case that takes a millisecond, never more than 2.5 s plus two executions. */
export const defaultLatencyOptions: LatencyOptions = {
    // PostgreSQL plans the first five executions of a prepared statement for their values and then decides whether
    // one plan serves all values. From the seventh on that is settled.
    warmUp: { minExecutions: 8, minTimeMs: 50, maxExecutions: 300, maxTimeMs: 500 },
    measured: { minExecutions: fewestSamples, minTimeMs: 250, maxExecutions: 1000, maxTimeMs: 2000 },
    statementTimeoutMs: 10_000,
};

/**
 * Times each case as a client sees it: as a named prepared statement through node-postgres, from sending it to having
 * all rows as objects. The cases come one after the other on one connection, in read-only transactions. A case over
 * its target is measured once more at the end, on a connection of its own, and only a second miss is a finding.
 *
 * @returns one result for each case, in their order
 * @throws a usage error when a query fails or writes; an environment error when the server goes away
 */
export async function measureLatency(
    database: Database,
    cases: readonly BoundCase[],
    options: LatencyOptions,
    progress: Progress,
): Promise<LatencyResult[]> {
    progress.step("measure latency");
    const first = await withClient(database, async (client) => {
        const measurements: Measured[] = [];
        for (const [index, bound] of cases.entries()) {
            progress.advance(index, cases.length, "cases");
            measurements.push({ bound, measurement: await measureCase(client, bound, `case_${index}`, options) });
        }
        return measurements;
    });
    progress.advance(cases.length, cases.length, "cases");
    return confirmMisses(database, first, options, progress);
}

interface Measured {
    readonly bound: BoundCase;
    readonly measurement: Measurement;
}

async function confirmMisses(
    database: Database,
    measured: readonly Measured[],
    options: LatencyOptions,
    progress: Progress,
): Promise<LatencyResult[]> {
    const misses = measured.filter(isMiss).length;
    if (misses > 0) progress.step("measure latency again where it is over the target");
    let confirmed = 0;
    const results: LatencyResult[] = [];
    for (const one of measured) {
        const { bound, measurement } = one;
        if (!isMiss(one)) {
            results.push(judgeLatency(bound, measurement));
            continue;
        }
        progress.advance(confirmed++, misses, "cases");
        const again = await withClient(database, (client) => measureCase(client, bound, "confirmation", options));
        results.push(judgeLatency(bound, measurement, again));
    }
    if (misses > 0) progress.advance(misses, misses, "cases");
    return results;
}

function isMiss({ bound, measurement }: Measured): boolean {
    return measurement.p95Ms > bound.query.targetMsP95;
}

async function measureCase(
    client: pg.Client,
    bound: BoundCase,
    statementName: string,
    options: LatencyOptions,
): Promise<Measurement> {
    const timeoutMs = Math.ceil(Math.max(options.statementTimeoutMs, 4 * bound.query.targetMsP95));
    const statement = { name: statementName, text: bound.query.text, values: [...bound.values] };
    const execute = (): Promise<unknown> => client.query(statement);
    try {
        // A case must find the data as the cases before it found them.
        await client.query(
            `select pg_catalog.set_config('default_transaction_read_only', 'on', false),
                    pg_catalog.set_config('statement_timeout', $1, false)`,
            [String(timeoutMs)],
        );
        await sampleLoop(execute, options.warmUp);
        return summarize(await sampleLoop(execute, options.measured));
    } catch (cause) {
        // The rest of the run has more to tell than one query that hangs: it took at least this long.
        if (isTimeout(cause)) return timedOut(timeoutMs);
        throw statementError("measure", bound, cause);
    }
}
