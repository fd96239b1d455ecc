import type { BoundCase } from "../core/query.ts";
import { withClient } from "../server/client.ts";
import type { Database } from "../server/cluster.ts";
import { statementError } from "../plan/statement-error.ts";
import { backendProcessor } from "./processor-time.ts";
import { guardSession, undone } from "./undone.ts";

/** How much one session executes. */
export interface SessionSize {
    /** Executions that are thrown away: the backend reads the catalog, and a prepared statement gets its last plan. */
    readonly warmUps: number;
    readonly executions: number;
    /** Where a case is slow, warm-up and executions each end early when they have taken this long… */
    readonly enoughMs: number;
    /** …and there are this many. */
    readonly fewest: number;
}

export const defaultSessionSize: SessionSize = { warmUps: 8, executions: 10, enoughMs: 250, fewest: 3 };

/** The longest that one execution may take. */
const statementTimeoutMs = 60_000;

export interface Session {
    /** Processor time of the server's process where the kernel tells it, else the time that the client waits. */
    readonly clock: "cpu" | "wall";
    /** Microseconds of each execution, in their order. */
    readonly timesUs: readonly number[];
}

/**
 * Executes a case on a connection of its own, as a named prepared statement, and times each execution.
 *
 * @throws a usage error when the statement fails; an environment error when the server goes away
 */
export async function timeSession(database: Database, bound: BoundCase, size: SessionSize): Promise<Session> {
    const statement = { name: "session", text: bound.query.text, values: [...bound.values] };
    return withClient(database, async (client) => {
        try {
            await guardSession(client, bound.query, statementTimeoutMs);
            const processor = await backendProcessor(client);
            const nowUs = (): number => processor?.().ranUs ?? performance.now() * 1000;
            const execute = (): Promise<number> =>
                undone(client, bound.query, async () => {
                    const before = nowUs();
                    await client.query(statement);
                    return nowUs() - before;
                });
            await repeat(execute, size.warmUps, size);
            return { clock: processor ? "cpu" : "wall", timesUs: await repeat(execute, size.executions, size) };
        } catch (cause) {
            throw statementError("measure", bound, cause);
        }
    });
}

async function repeat(execute: () => Promise<number>, times: number, size: SessionSize): Promise<number[]> {
    const startMs = performance.now();
    const results: number[] = [];
    while (results.length < times) {
        results.push(await execute());
        if (results.length >= size.fewest && performance.now() - startMs >= size.enoughMs) break;
    }
    return results;
}
