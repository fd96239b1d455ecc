import pg from "pg";
import { quoteName } from "../core/quote.ts";
import type { Measurement } from "../core/run-record.ts";
import { withClient } from "../server/client.ts";
import type { Database } from "../server/cluster.ts";

/** What the server did for the statements of other sessions, as means of a call. */
export type ServerPart = Omit<NonNullable<Measurement["perCall"]>, "clientMs">;

/** The sums that pg_stat_statements keeps for one database, read from a session that it does not count. */
export interface StatementCounters {
    /** Forgets what was counted so far. */
    restart(): Promise<void>;
    /** What was counted since; undefined unless it was exactly so many executions. */
    read(executions: number): Promise<ServerPart | undefined>;
}

/** Switches that a session needs, so that the time of planning is counted for it. */
export const countPlanning = "set pg_stat_statements.track_planning = on";

/** Where the extension goes: a name that no schema of a project has. */
const schema = "pgassay_counters";

/**
 * Opens the session that reads the counters of a database, and hands them to `use`: undefined where pg_stat_statements
 * is not loaded, not installed, or not for this user. The database gets the extension, so it is one that is dropped.
 */
export async function withStatementCounters<T>(
    database: Database,
    use: (counters: StatementCounters | undefined) => Promise<T>,
): Promise<T> {
    return withClient(database, async (client) => use(await openCounters(client)));
}

async function openCounters(client: pg.Client): Promise<StatementCounters | undefined> {
    try {
        await client.query(`create schema if not exists ${quoteName(schema)}`);
        await client.query(`create extension if not exists pg_stat_statements schema ${quoteName(schema)}`);
        // A superuser's setting: whoever may not change it here may not in the session that is measured.
        await client.query(countPlanning);
        await client.query("set pg_stat_statements.track = 'none'");
        const counters = countersIn(client, await schemaOfExtension(client));
        await counters.restart();
        return counters;
    } catch (cause) {
        // Whatever the server refuses, times can be taken without it; a server that is gone is noticed soon enough.
        if (cause instanceof pg.DatabaseError) return undefined;
        throw cause;
    }
}

async function schemaOfExtension(client: pg.Client): Promise<string> {
    const { rows } = await client.query<{ schema: string }>(
        `select namespace.nspname as schema
         from pg_catalog.pg_extension as extension
         join pg_catalog.pg_namespace as namespace on namespace.oid = extension.extnamespace
         where extension.extname = 'pg_stat_statements'`,
    );
    return rows[0]?.schema ?? schema;
}

interface Sums {
    readonly calls: number;
    readonly planMs: number;
    readonly executeMs: number;
    readonly blocks: number;
    readonly walRecords: number;
    readonly walBytes: number;
}

function countersIn(client: pg.Client, home: string): StatementCounters {
    const oid = "(select oid from pg_catalog.pg_database where datname = pg_catalog.current_database())";
    return {
        async restart() {
            await client.query(`select ${quoteName(home, "pg_stat_statements_reset")}(0, ${oid}, 0)`);
        },
        async read(executions) {
            const { rows } = await client.query<Sums>(
                `select coalesce(sum(calls), 0)::float8 as calls,
                        sum(total_plan_time)::float8 as "planMs",
                        sum(total_exec_time)::float8 as "executeMs",
                        sum(shared_blks_hit + shared_blks_read)::float8 as blocks,
                        sum(wal_records)::float8 as "walRecords",
                        sum(wal_bytes)::float8 as "walBytes"
                 from ${quoteName(home, "pg_stat_statements")}
                 where dbid = ${oid} and toplevel and query not in ('begin', 'rollback')`,
            );
            const [sums] = rows;
            // Somebody else has been at work in this database, or an entry was thrown out.
            if (sums?.calls !== executions) return undefined;
            const { calls, ...counted } = sums;
            const mean = (sum: number): number => Math.round((sum / calls) * 10_000) / 10_000;
            return {
                planMs: mean(counted.planMs),
                executeMs: mean(counted.executeMs),
                blocks: mean(counted.blocks),
                walRecords: mean(counted.walRecords),
                walBytes: mean(counted.walBytes),
            };
        },
    };
}
