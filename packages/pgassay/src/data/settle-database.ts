import pg from "pg";
import { messageOf, usageError } from "../core/errors.ts";
import type { Progress } from "../core/progress.ts";
import { quoteName } from "../core/quote.ts";
import { withClient } from "../server/client.ts";
import type { Database } from "../server/cluster.ts";
import { queryFile } from "../server/query-file.ts";
import { settleTransactions } from "./settle-transactions.ts";
import { vacuumAndAnalyze } from "./vacuum.ts";

const unanalyzed = new URL("../../sql/data/unanalyzed-tables.sql", import.meta.url);

interface Relation {
    readonly schema: string;
    readonly name: string;
}

/**
 * Leaves the rest of a loaded database as it would be in production a while after the load: tables that migrations or
 * triggers filled are vacuumed and analyzed too, and materialized views show the rows that there are now. Without
 * statistics the planner would guess, and a view would still have the rows of the moment in which it was made.
 *
 * @throws a usage error when a materialized view cannot be refreshed
 */
export async function settleDatabase(database: Database, progress: Progress): Promise<void> {
    await withClient(database, async (client) => {
        const tables = await queryFile<Relation>(client, unanalyzed);
        const { rows: views } = await client.query<Relation>(viewsSql);
        if (tables.length + views.length === 0) return;
        progress.step("vacuum and analyze what else has rows");
        await settleTransactions(client);
        for (const table of tables) await vacuumAll(client, table);
        for (const view of views) await refresh(client, view);
        if (views.length > 0) await settleTransactions(client);
        for (const view of views) await vacuumAll(client, view);
    });
}

/** A view may read those before it: it was made later. */
const viewsSql = `
    select n.nspname as schema, c.relname as name
    from
        pg_catalog.pg_class as c
        join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    where c.relkind = 'm'
    order by c.oid`;

async function vacuumAll(client: pg.Client, { schema, name }: Relation): Promise<void> {
    const { rows } = await client.query<{ count: number }>(
        `select count(*)::float8 as count from ${quoteName(schema, name)}`,
    );
    await vacuumAndAnalyze(client, name, rows[0]?.count ?? 0, schema);
}

/** Parallel workers would put the rows in another order each time. */
async function refresh(client: pg.Client, { schema, name }: Relation): Promise<void> {
    try {
        await client.query("set max_parallel_workers_per_gather = 0");
        await client.query(`refresh materialized view ${quoteName(schema, name)}`);
    } catch (cause) {
        if (!(cause instanceof pg.DatabaseError)) throw cause;
        throw usageError(
            {
                tried: `refresh the materialized view ${schema}.${name} after the load`,
                happened: messageOf(cause),
                remedy: "bring its query in line with the rows, or the rows with the query",
            },
            cause,
        );
    }
}
