import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { PgassayError } from "../core/errors.ts";
import type { Progress } from "../core/progress.ts";
import { quoteName } from "../core/quote.ts";
import { withClient } from "../server/client.ts";
import type { Database } from "../server/cluster.ts";
import { checkModels } from "./check-models.ts";
import { copyChunks } from "./copy.ts";
import type { Dataset, DatasetOptions } from "./dataset.ts";
import { enforce, enforcedForeignKeys, suspend } from "./foreign-keys.ts";
import { loadError } from "./load-error.ts";
import type { Table } from "./model.ts";
import { requireEmpty, requireVersion } from "./preconditions.ts";
import { resumeTriggers, suspendTriggers } from "./triggers.ts";
import { vacuumAndAnalyze } from "./vacuum.ts";

/** Tables that are vacuumed and analyzed at the same time. */
const maintenanceConnections = 2;

/** How long to wait for others who use the tables. */
const lockTimeoutMs = 30_000;

export interface LoadOptions extends DatasetOptions {
    readonly progress: Progress;
}

/** What a load did. */
export interface LoadResult {
    readonly tables: readonly LoadedTable[];
    /** Milliseconds from the first statement to the last. */
    readonly ms: number;
}

export interface LoadedTable {
    readonly name: string;
    readonly rows: number;
    /** Milliseconds from the first byte sent to the table to the server's answer. */
    readonly ms: number;
}

/**
 * Fills the tables of a dataset, each through one COPY, in one transaction: when anything fails, the database is as it
 * was before. The foreign keys of the tables are off meanwhile and every row is checked before the commit; triggers
 * fire, but for those that the dataset suspends. Then each table is vacuumed and analyzed.
 *
 * Two loads of the same scale and seed into equal databases put every row in the same place on disk.
 *
 * @throws a usage error when the tables are missing, do not fit the models or have rows, and when a row breaks a rule
 *     of the schema; an environment error when the server fails or is older than PostgreSQL 18
 */
export async function loadDataset(database: Database, dataset: Dataset, options: LoadOptions): Promise<LoadResult> {
    const startedMs = performance.now();
    const tables = dataset.tables(options);
    const loaded = await withClient(database, async (client) => {
        await requireVersion(client, dataset);
        await checkModels(client, dataset.name, tables);
        return fillTables(client, database, dataset, tables, options.progress);
    });
    await vacuumTables(database, dataset, tables, options.progress);
    return { tables: loaded, ms: performance.now() - startedMs };
}

/** Everything that one transaction does. */
async function fillTables(
    client: pg.Client,
    database: Database,
    dataset: Dataset,
    tables: readonly Table[],
    progress: Progress,
): Promise<LoadedTable[]> {
    const loaded: LoadedTable[] = [];
    const names = tables.map((table) => table.name);
    let doing = "lock the tables";
    try {
        await client.query(`set lock_timeout = ${lockTimeoutMs}`);
        await client.query("begin");
        // VACUUM cannot mark pages as visible to all while the commit has not reached the disk.
        await client.query("set local synchronous_commit = on");
        await client.query(
            `lock table ${names.map((name) => quoteName("public", name)).join(", ")} in share row exclusive mode`,
        );
        await requireEmpty(client, dataset, names, database);
        const keys = await enforcedForeignKeys(client, names);
        await suspend(client, keys);
        doing = "suspend triggers";
        const triggers = await suspendTriggers(client, dataset, names);
        for (const table of tables) {
            doing = `load table ${table.name}`;
            progress.step(doing);
            loaded.push(await copyTable(client, table, progress));
        }
        doing = "resume triggers";
        await resumeTriggers(client, triggers);
        progress.step("check foreign keys");
        for (const [index, key] of keys.entries()) {
            doing = `check foreign key ${key.name} of table ${key.table}`;
            await enforce(client, key);
            progress.advance(index + 1, keys.length, "foreign keys");
        }
        doing = "commit";
        await client.query("commit");
        return loaded;
    } catch (error) {
        await client.query("rollback").catch(() => {});
        if (error instanceof PgassayError) throw error;
        throw loadError(error, `${doing} of dataset ${dataset.name}`, "Everything was rolled back");
    }
}

/** Vacuums and analyzes, the largest tables first, on as many connections as `maintenanceConnections`. */
async function vacuumTables(
    database: Database,
    dataset: Dataset,
    tables: readonly Table[],
    progress: Progress,
): Promise<void> {
    progress.step("vacuum and analyze");
    const waiting = tables.toSorted((a, b) => b.rows - a.rows).values();
    let done = 0;
    const work = async (client: pg.Client): Promise<void> => {
        for (const { name, rows } of waiting) {
            try {
                await vacuumAndAnalyze(client, name, rows);
            } catch (error) {
                throw loadError(error, `vacuum and analyze table ${name}`, `The rows of ${dataset.name} are committed`);
            }
            progress.advance(++done, tables.length, "tables");
        }
    };
    const ends = await Promise.allSettled(
        Array.from({ length: maintenanceConnections }, () => withClient(database, work)),
    );
    const failure = ends.find((end) => end.status === "rejected");
    if (failure !== undefined) throw failure.reason;
}

/** Streams one table. The generator waits whenever the server or the socket does. */
async function copyTable(client: pg.Client, table: Table, progress: Progress): Promise<LoadedTable> {
    const startedMs = performance.now();
    const columns = table.columns.map((column) => quoteName(column.name)).join(", ");
    const sink = client.query(
        copyFrom(`copy ${quoteName("public", table.name)} (${columns}) from stdin (format binary)`),
    );
    await pipeline(Readable.from(bytesOf(table, progress), { objectMode: false }), sink);
    if (sink.rowCount !== table.rows) {
        throw new Error(`the order of ${table.name} yields ${sink.rowCount} rows, its model declares ${table.rows}`);
    }
    return { name: table.name, rows: table.rows, ms: performance.now() - startedMs };
}

function* bytesOf(table: Table, progress: Progress): Generator<Buffer> {
    let done = 0;
    for (const { bytes, rows } of copyChunks(table)) {
        yield bytes;
        done += rows;
        progress.advance(done, table.rows, "rows");
    }
}
