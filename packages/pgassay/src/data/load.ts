import type pg from "pg";
import { PgassayError } from "../core/errors.ts";
import type { Progress } from "../core/progress.ts";
import { quoteName } from "../core/quote.ts";
import { withClient } from "../server/client.ts";
import type { Database } from "../server/cluster.ts";
import { checkModels } from "./check-models.ts";
import { copyFile, copyTable, type LoadedTable } from "./copy-in.ts";
import type { Dataset, DatasetOptions } from "./dataset.ts";
import { alteredKeys, enforcedForeignKeys, type ForeignKeySwitch, recreatedKeys } from "./foreign-keys.ts";
import { defaultWorkers, type Generators, withGenerators } from "./generators.ts";
import { dropIndexes, indexStatements } from "./indexes.ts";
import { onLanes } from "./lanes.ts";
import { loadError } from "./load-error.ts";
import type { Table } from "./model.ts";
import { settleTransactions } from "./settle-transactions.ts";
import { requireEmpty, requireVersion } from "./preconditions.ts";
import { reclaimSpace } from "./reclaim-space.ts";
import { checkSuspended } from "./trigger-sample.ts";
import { isAnyTriggerReading, resumeTriggers, suspendTriggers } from "./triggers.ts";
import { vacuumAndAnalyze } from "./vacuum.ts";

/** Connections that work at the same time where more than one can. */
const connections = 2;

/** How long to wait for others who use the tables. */
const lockTimeoutMs = 30_000;

export interface LoadOptions extends DatasetOptions {
    readonly progress: Progress;
    /**
     * The caller drops the database if the load fails. Then it need not be one transaction: tables are loaded and
     * indexes built on two connections. By default the load is one transaction on one connection.
     */
    readonly isDisposable?: boolean;
    /** Threads that make the rows; by default one for each core but one, and none for a small dataset. */
    readonly workers?: number;
}

/** What a load did. */
export interface LoadResult {
    readonly tables: readonly LoadedTable[];
    /** Milliseconds from the first statement to the last. */
    readonly ms: number;
}

/** What the parts of a load share. */
interface Load {
    readonly database: Database;
    readonly dataset: Dataset;
    readonly tables: readonly Table[];
    /** Names of all tables that get rows, from models and from files. */
    readonly names: readonly string[];
    readonly options: LoadOptions;
    readonly generators: Generators;
    readonly keySwitch: ForeignKeySwitch;
}

/**
 * Fills the tables of a dataset, each through one COPY. Foreign keys are off and indexes absent meanwhile, and both are
 * as they were afterwards: every foreign key has checked every row, every index has its definition, comment and marks.
 * Triggers fire, but for those that the dataset suspends. Then each table is vacuumed and analyzed.
 *
 * It is one transaction, so that whatever happens the database has all rows or none; see `isDisposable`. Two loads of
 * the same scale and seed into equal databases put every row in the same place on disk.
 *
 * @throws a usage error when the tables are missing, do not fit the models or have rows, and when a row breaks a rule
 *     of the schema; an environment error when the server fails or is too old
 */
export async function loadDataset(database: Database, dataset: Dataset, options: LoadOptions): Promise<LoadResult> {
    const startedMs = performance.now();
    const tables = dataset.tables(options);
    const names = [...tables.map(({ name }) => name), ...(dataset.files ?? []).map(({ table }) => table)];
    const workers = options.workers ?? defaultWorkers(dataset, tables);
    const loaded = await withGenerators(dataset, options, workers, (generators) =>
        withClient(database, async (client) => {
            const version = await requireVersion(client, dataset);
            await checkModels(client, dataset.name, tables);
            const keySwitch = version >= 180_000 ? alteredKeys : recreatedKeys;
            const load = { database, dataset, tables, names, options, generators, keySwitch };
            if (options.isDisposable !== true) return inOneTransaction(client, load);
            return withClient(database, (other) => fillTables([client, other], load));
        }),
    );
    await vacuumTables(database, dataset, loaded, options.progress);
    return { tables: loaded, ms: performance.now() - startedMs };
}

async function inOneTransaction(client: pg.Client, load: Load): Promise<LoadedTable[]> {
    let isCommitting = false;
    try {
        await client.query("begin");
        // VACUUM cannot mark pages as visible to all while the commit has not reached the disk.
        await client.query("set local synchronous_commit = on");
        const loaded = await fillTables([client], load);
        isCommitting = true;
        await client.query("commit");
        return loaded;
    } catch (error) {
        if (isCommitting) {
            const state = "Either all rows are in the tables or none: the answer to the commit was lost";
            throw loadError(error, `commit dataset ${load.dataset.name}`, state);
        }
        await client.query("rollback").catch(() => {});
        await reclaimSpace(load.database, load.names);
        throw error;
    }
}

/** Everything between begin and commit; on one connection in a transaction, or on several without one. */
async function fillTables(lanes: readonly [pg.Client, ...pg.Client[]], load: Load): Promise<LoadedTable[]> {
    const { database, dataset, tables, names, keySwitch } = load;
    const { progress } = load.options;
    const [lead] = lanes;
    const files = dataset.files ?? [];

    const [keys, triggers, indexes] = await attempt(load, "prepare the tables", async () => {
        for (const client of lanes) await prepareConnection(client, lanes.length);
        if (lanes.length === 1) {
            const locked = names.map((name) => quoteName("public", name)).join(", ");
            await lead.query(`lock table ${locked} in share row exclusive mode`);
        }
        await requireEmpty(lead, dataset, names, database);
        const found = await enforcedForeignKeys(lead, names);
        for (const key of found) await keySwitch.off(lead, key);
        const suspended = await suspendTriggers(lead, dataset, names);
        const mustStay = await isAnyTriggerReading(lead, dataset, names);
        return [found, suspended, mustStay ? [] : await dropIndexes(lead, names)] as const;
    });

    const total = tables.reduce((sum, { rows }) => sum + rows, 0);
    let done = 0;
    const onRows = (rows: number): void => progress.advance((done += rows), total, "rows");
    progress.step(`load ${names.length} tables`);
    const sources = [
        // The largest first, so that no connection is left with a large one when the other has finished.
        ...(lanes.length === 1 ? tables : tables.toSorted((a, b) => b.rows - a.rows)).map((table) => ({
            name: table.name,
            copy: (client: pg.Client, signal: AbortSignal) =>
                copyTable(client, table, load.generators.chunks(table), signal, onRows),
        })),
        ...files.map((file) => ({
            name: `${file.table} from ${file.path}`,
            copy: (client: pg.Client, signal: AbortSignal) => copyFile(client, file, signal),
        })),
    ];
    const loaded = await onLanes(lanes, sources, (client, { name, copy }, signal) =>
        attempt(load, `load table ${name}`, () => copy(client, signal)),
    );

    progress.step("build indexes");
    await lead.query("set constraints all immediate");
    let built = 0;
    const rowsOf = new Map(loaded.map(({ name, rows }) => [name, rows]));
    const largestFirst = indexes.toSorted((a, b) => (rowsOf.get(b.table) ?? 0) - (rowsOf.get(a.table) ?? 0));
    await onLanes(lanes, largestFirst, (client, index) =>
        attempt(load, `build index ${index.name} of table ${index.table}`, async () => {
            for (const statement of indexStatements(index)) await client.query(statement);
            progress.advance(++built, indexes.length, "indexes");
        }),
    );

    progress.step("check foreign keys");
    for (const [index, key] of keys.entries()) {
        await attempt(load, `check foreign key ${key.name} of table ${key.table}`, () => keySwitch.on(lead, key));
        progress.advance(index + 1, keys.length, "foreign keys");
    }

    if (triggers.length > 0) {
        progress.step("check suspended triggers on a sample");
        await attempt(load, "check suspended triggers on a sample", () => checkSuspended(lead, tables, triggers));
        await attempt(load, "resume triggers", () => resumeTriggers(lead, triggers));
    }
    return names.flatMap((name) => loaded.filter((table) => table.name === name));
}

async function prepareConnection(client: pg.Client, lanes: number): Promise<void> {
    await client.query(`set lock_timeout = ${lockTimeoutMs}`);
    await client.query("set synchronous_commit = on");
    // Where connections build indexes side by side, each may not take more cores on top.
    if (lanes > 1) await client.query("set max_parallel_maintenance_workers = 0");
}

/** Does a part of the load, and says of an error what was being done and what the database is like now. */
async function attempt<T>({ dataset, options }: Load, tried: string, work: () => Promise<T>): Promise<T> {
    try {
        return await work();
    } catch (error) {
        if (error instanceof PgassayError) throw error;
        const state =
            options.isDisposable === true
                ? "Part of the rows may be there, and indexes and foreign keys may not: drop the database"
                : "Everything was rolled back";
        throw loadError(error, `${tried} of dataset ${dataset.name}`, state);
    }
}

/** Vacuums and analyzes, the largest tables first, on as many connections as `connections`. */
async function vacuumTables(
    database: Database,
    dataset: Dataset,
    tables: readonly LoadedTable[],
    progress: Progress,
): Promise<void> {
    progress.step("vacuum and analyze");
    await withClient(database, settleTransactions);
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
    const ends = await Promise.allSettled(Array.from({ length: connections }, () => withClient(database, work)));
    const failure = ends.find((end) => end.status === "rejected");
    if (failure !== undefined) throw failure.reason;
}
