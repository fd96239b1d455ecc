import { access, constants } from "node:fs/promises";
import type pg from "pg";
import { environmentError, messageOf, usageError } from "../core/errors.ts";
import { quoteName } from "../core/quote.ts";
import type { Database } from "../server/cluster.ts";
import type { Dataset } from "./dataset.ts";

/** The oldest server version that a load was tried on. */
const oldestVersion = 150_000;

/**
 * Makes sure that the server can load a dataset.
 *
 * @returns its version as PostgreSQL counts it: 180004 is 18.4
 * @throws an environment error when it is older than PostgreSQL 15
 */
export async function requireVersion(client: pg.Client, dataset: Pick<Dataset, "name">): Promise<number> {
    const { rows } = await client.query<{ number: number; version: string }>(
        `select
             pg_catalog.current_setting('server_version_num')::integer as number,
             pg_catalog.current_setting('server_version') as version`,
    );
    const number = rows[0]?.number ?? 0;
    if (number >= oldestVersion) return number;
    throw environmentError({
        tried: `load dataset ${dataset.name}`,
        happened: `the server is PostgreSQL ${rows[0]?.version}, which loads were never tried on`,
        remedy: "use PostgreSQL 15 or newer",
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

/**
 * Makes sure that the files of a dataset can be read, before anything is done that would have to be undone.
 *
 * @throws a usage error that names the first one that cannot
 */
export async function requireFiles({ name, files = [] }: Dataset): Promise<void> {
    for (const { table, path } of files) {
        try {
            await access(path, constants.R_OK);
        } catch (cause) {
            throw usageError(
                {
                    tried: `read the file of table ${table} of dataset ${name}`,
                    happened: messageOf(cause),
                    remedy: "correct its path, which is relative to the directory that the command runs in",
                },
                cause,
            );
        }
    }
}
