import type pg from "pg";
import { environmentError, usageError } from "../core/errors.ts";
import { quoteName } from "../core/quote.ts";
import type { Database } from "../server/cluster.ts";
import type { Dataset } from "./dataset.ts";

/** The first server version that can turn foreign keys off and on without dropping them. */
const oldestVersion = 180_000;

/**
 * Makes sure that the server can load a dataset.
 *
 * @throws an environment error when it is older than PostgreSQL 18
 */
export async function requireVersion(client: pg.Client, dataset: Dataset): Promise<void> {
    const { rows } = await client.query<{ number: number; version: string }>(
        `select
             pg_catalog.current_setting('server_version_num')::integer as number,
             pg_catalog.current_setting('server_version') as version`,
    );
    if ((rows[0]?.number ?? 0) >= oldestVersion) return;
    throw environmentError({
        tried: `load dataset ${dataset.name}`,
        happened: `the server is PostgreSQL ${rows[0]?.version}, which cannot turn foreign keys off for the load`,
        remedy: "use PostgreSQL 18 or newer",
    });
}

/**
 * Makes sure that nothing is in the tables but what migrations put there.
 *
 * @throws a usage error that names the tables with other rows
 */
export async function requireEmpty(
    client: pg.Client,
    dataset: Dataset,
    tables: readonly string[],
    database: Database,
): Promise<void> {
    const occupied: string[] = [];
    for (const name of tables) {
        const kept = dataset.migrated.filter((rows) => rows.table === name);
        const conditions = kept.map((rows, i) => `(${quoteName(rows.column)}::text = any ($${i + 1})) is not true`);
        const { rows } = await client.query<{ occupied: boolean }>(
            `select exists (
                 select from ${quoteName("public", name)} where ${["true", ...conditions].join(" and ")}
             ) as occupied`,
            kept.map(({ values }) => values),
        );
        if (rows[0]?.occupied === true) occupied.push(name);
    }
    if (occupied.length === 0) return;
    throw usageError({
        tried: `load dataset ${dataset.name} into database ${database.name}`,
        happened: `there are rows already in ${occupied.join(", ")}`,
        remedy: "load into a database that has just been migrated, or truncate these tables first",
    });
}
