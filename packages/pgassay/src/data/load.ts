import type pg from "pg";
import { counted } from "../core/counted.ts";
import { PgassayError } from "../core/errors.ts";
import type { Progress } from "../core/progress.ts";
import { quoteName } from "../core/quote.ts";
import { withClient } from "../server/client.ts";
import type { Database } from "../server/cluster.ts";
import { checkModels } from "./check-models.ts";
import { copyAndIndex, type Filling } from "./copy-and-index.ts";
import { copyFile, copyTable, type LoadedTable } from "./copy-in.ts";
import type { Dataset, DatasetOptions } from "./dataset.ts";
import {
    alteredKeys,
    type EnforcedKey,
    enforcedForeignKeys,
    type ForeignKeySwitch,
    recreatedKeys,
} from "./foreign-keys.ts";
import { defaultWorkers, type Generators, withGenerators } from "./generators.ts";
import { withLexemes } from "./lexemes.ts";
import { type DroppedIndex, dropIndexes, indexStatements } from "./indexes.ts";
import { loadError, stateAfterCommit } from "./load-error.ts";
import type { Table } from "./model.ts";
import { requireEmpty, requireFiles, requireVersion } from "./preconditions.ts";
import { reclaimSpace } from "./reclaim-space.ts";
import { checkSuspended } from "./trigger-sample.ts";
import { isAnyTriggerReading, resumeTriggers, type SuspendedTrigger, suspendTriggers } from "./triggers.ts";
import { type VacuumOptions, vacuumTables } from "./vacuum-tables.ts";

/** How long to wait for others who use the tables. */
const lockTimeoutMs = 30_000;

export interface LoadOptions extends DatasetOptions {
    readonly progress: Progress;
    /**
     * The caller drops the database if the load fails. Then it need not be one transaction: tables are loaded and
     * indexes built on two connections. By default the load is one transaction on one connection.
     */
    readonly isDisposable?: boolean;
    /** Threads that make the rows; by default one for each core but two, and none for a small dataset. */
    readonly workers?: number;
}

/** What a load did. */
export interface LoadResult {
    readonly tables: readonly LoadedTable[];
    /** Milliseconds from the first statement to the last. */
    readonly ms: number;
}

/** Connections that work side by side; what only one can do, the first does. */
type Lanes = readonly [pg.Client, ...pg.Client[]];

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
    await requireFiles(dataset);
    const workers = options.workers ?? defaultWorkers(dataset, tables);
    const loaded = await withLexemes(database, tables, (vectors) =>
        withGenerators(dataset, options, { workers, vectors }, (generators) =>
            withClient(database, async (client) => {
                const version = await requireVersion(client, dataset);
                await checkModels(client, dataset.name, tables);
                const keySwitch = version >= 180_000 ? alteredKeys : recreatedKeys;
                const load = { database, dataset, tables, names, options, generators, keySwitch };
                // Connected before there are rows: a server that refuses the second connection has done nothing yet.
                return withClient(database, (other) =>
                    (options.isDisposable === true ? onSeveralConnections : inOneTransaction)([client, other], load),
                );
            }),
        ),
    );
    return { tables: loaded, ms: performance.now() - startedMs };
}

/** The rows are there or not, whatever happens. Only then are tables vacuumed, which no transaction can do. */
async function inOneTransaction(lanes: Lanes, load: Load): Promise<LoadedTable[]> {
    const [client] = lanes;
    let isCommitting = false;
    let loaded: LoadedTable[];
    try {
        await client.query("begin");
        // VACUUM cannot mark pages as visible to all while the commit has not reached the disk.
        await client.query("set local synchronous_commit = on");
        const filled = await fillTables([client], load);
        loaded = filled.loaded;
        await checkRows(client, load, filled);
        isCommitting = true;
        await client.query("commit");
    } catch (error) {
        if (isCommitting) throw loadError(error, `commit dataset ${load.dataset.name}`, stateAfterCommit(error));
        await client.query("rollback").catch(() => {});
        await reclaimSpace(load.database, load.names);
        if (error instanceof PgassayError) throw error;
        throw loadError(error, `load dataset ${load.dataset.name}`, "Everything was rolled back");
    }
    const state = `The rows of ${load.dataset.name} are committed`;
    const how: VacuumOptions = {
        progress: load.options.progress,
        attempt: (tried, work) => attempt(load, tried, work, { state }),
    };
    await vacuumTables(lanes, loaded, how);
    return loaded;
}

/** Each step is committed when it is done, and tables are vacuumed while others are checked. */
async function onSeveralConnections(lanes: Lanes, load: Load): Promise<LoadedTable[]> {
    const filled = await fillTables(lanes, load);
    const unchecked = new Set(filled.keys);
    await vacuumTables(lanes, filled.loaded, {
        progress: load.options.progress,
        attempt: (tried, work) => attempt(load, tried, work),
        meanwhile: {
            work: (client) => checkRows(client, load, filled, (key) => unchecked.delete(key)),
            needs: (table) => [...unchecked].some((key) => key.table === table || key.targetTable === table),
        },
    });
    return filled.loaded;
}

/** Tables with rows and indexes. */
interface Filled {
    readonly loaded: LoadedTable[];
    /** Foreign keys that are off, those of the largest tables first. */
    readonly keys: readonly EnforcedKey[];
    /** Triggers that are on again, and did not fire for these rows. */
    readonly triggers: readonly SuspendedTrigger[];
}

/** The rows and the indexes; on one connection in a transaction, or on several without one. */
async function fillTables(lanes: Lanes, load: Load): Promise<Filled> {
    const { progress } = load.options;
    const sources = rowSources(load, lanes.length);
    const { keys, triggers, indexes } = await prepareTables(lanes, load);
    progress.step(`load ${counted(load.names.length, "table")}`);
    const filled = await copyAndIndex(lanes, sources, indexes, {
        build: (client, index) => buildIndex(client, load, index),
        onCopied: async (client) => {
            progress.step("build indexes");
            await attempt(load, "check deferred constraints", () => client.query("set constraints all immediate"));
        },
        onBuilt: (built) => progress.advance(built, indexes.length, "index"),
    });
    await attempt(load, "resume triggers", () => resumeTriggers(lanes[0], triggers));
    const rowsOf = new Map(filled.map(({ name, rows }) => [name, rows]));
    const largestFirst = keys.toSorted((a, b) => (rowsOf.get(b.table) ?? 0) - (rowsOf.get(a.table) ?? 0));
    const loaded = load.names.flatMap((name) => filled.filter((table) => table.name === name));
    return { loaded, keys: largestFirst, triggers };
}

/** All tables in the order in which so many connections take them. Threads begin with those that are first. */
function rowSources(load: Load, lanes: number): Filling[] {
    const { dataset, tables, options, generators } = load;
    // The largest first, so that no connection is left with a large one when the other has finished.
    const ordered = lanes === 1 ? tables : tables.toSorted((a, b) => b.rows - a.rows);
    const begun = ordered.slice(0, lanes).map((table) => generators.chunks(table));
    const total = tables.reduce((sum, { rows }) => sum + rows, 0);
    let done = 0;
    const onRows = (rows: number): void => options.progress.advance((done += rows), total, "row");
    return [
        ...ordered.map((table, place): Filling => {
            const remedy = "bring the dataset's model of this table in line with the schema";
            return {
                table: table.name,
                copy: (client, signal) => {
                    const chunks = begun[place] ?? generators.chunks(table);
                    const copy = () => copyTable(client, table, chunks, signal, onRows);
                    return attempt(load, `load table ${table.name}`, copy, { remedy });
                },
            };
        }),
        ...(dataset.files ?? []).map((file): Filling => {
            const remedy = "correct the file, or what the dataset says of its format and columns";
            return {
                table: file.table,
                copy: (client, signal) => {
                    const copy = () => copyFile(client, file, signal);
                    return attempt(load, `load table ${file.table} from ${file.path}`, copy, { remedy });
                },
            };
        }),
    ];
}

/** What is off or absent while rows come, and has to be put back. */
interface Suspended {
    readonly keys: readonly EnforcedKey[];
    readonly triggers: readonly SuspendedTrigger[];
    readonly indexes: readonly DroppedIndex[];
}

function prepareTables(lanes: Lanes, load: Load): Promise<Suspended> {
    const { database, dataset, names, keySwitch } = load;
    const [lead] = lanes;
    return attempt(load, "prepare the tables", async () => {
        for (const client of lanes) await prepareConnection(client, lanes.length);
        if (lanes.length === 1) {
            const locked = names.map((name) => quoteName("public", name)).join(", ");
            await lead.query(`lock table ${locked} in share row exclusive mode`);
        }
        await requireEmpty(lead, dataset, names, database);
        const keys = await enforcedForeignKeys(lead, names);
        for (const key of keys) await keySwitch.off(lead, key);
        const triggers = await suspendTriggers(lead, dataset, names);
        const mustStay = await isAnyTriggerReading(lead, dataset, names);
        return { keys, triggers, indexes: mustStay ? [] : await dropIndexes(lead, names) };
    });
}

async function buildIndex(client: pg.Client, load: Load, index: DroppedIndex): Promise<void> {
    await attempt(load, `build index ${index.name} of table ${index.table}`, async () => {
        for (const statement of indexStatements(index)) await client.query(statement);
    });
}

/**
 * Every foreign key checks every row; what suspended triggers would have done is tried on some.
 *
 * @param onChecked is told of each foreign key that is enforced again
 */
async function checkRows(
    client: pg.Client,
    load: Load,
    { keys, triggers }: Filled,
    onChecked: (key: EnforcedKey) => void = () => {},
): Promise<void> {
    const { progress } = load.options;
    progress.step("check foreign keys");
    for (const [index, key] of keys.entries()) {
        await attempt(load, `check foreign key ${key.name} of table ${key.table}`, () =>
            load.keySwitch.on(client, key),
        );
        onChecked(key);
        progress.advance(index + 1, keys.length, "foreign key");
    }
    if (triggers.length === 0) return;
    progress.step("check suspended triggers on a sample");
    await attempt(load, "check suspended triggers on a sample", () => checkSuspended(client, load.tables, triggers));
}

async function prepareConnection(client: pg.Client, lanes: number): Promise<void> {
    await client.query(`set lock_timeout = ${lockTimeoutMs}`);
    await client.query("set synchronous_commit = on");
    // Where connections build indexes side by side, each may not take more cores on top.
    if (lanes > 1) await client.query("set max_parallel_maintenance_workers = 0");
}

/**
 * Does a part of the load, and says of an error what was being done.
 *
 * @param known the state of the database now, and what to do about a row that is refused, where it is not the usual
 */
async function attempt<T>(
    load: Load,
    tried: string,
    work: () => Promise<T>,
    known: { readonly state?: string; readonly remedy?: string } = {},
): Promise<T> {
    try {
        return await work();
    } catch (error) {
        if (error instanceof PgassayError) throw error;
        const { state = stateOf(load), remedy } = known;
        throw loadError(error, `${tried} of dataset ${load.dataset.name}`, state, remedy);
    }
}

function stateOf({ options }: Load): string {
    return options.isDisposable === true
        ? "Part of the rows may be there, and indexes, foreign keys and triggers may not: drop the database"
        : "Everything was rolled back";
}
