import type pg from "pg";

/** What an execution did, whoever of its triggers, functions and indexes did it. */
export interface Work {
    /** Blocks of 8 kB that were found in shared buffers or read into them. */
    readonly blocks: number;
    readonly walRecords: number;
    /** Without the images of full pages. */
    readonly walBytes: number;
}

const bytesOfPage = 8192;

/**
 * How often a write is counted. What a page has to do with it (its first image after a checkpoint, a split of an index
 * page, dead rows swept away) happens to the execution that comes upon it, and hardly to each of so many.
 */
const countedExecutions = 5;

/**
 * Measures an execution by the counters that the server keeps for a backend, from PostgreSQL 18 on. The first one is not counted. Believed are
 * the others that wrote the fewest records, and of their counts the one that occurs most: whatever is above that belongs
 * to the state of the pages and not to the statement.
 *
 * @param execute one execution, ended with its transaction
 */
export async function measureWork(client: pg.Client, execute: () => Promise<void>): Promise<Work> {
    await execute();
    // Reading the counters is work too.
    await workSince(client, async () => {});
    const reading = await workSince(client, async () => {});
    const counted: Counters[] = [];
    for (let i = 0; i < countedExecutions; i++) counted.push(await workSince(client, execute));
    const fewest = (count: keyof Counters, of: readonly Counters[]): Counters[] => {
        const least = Math.min(...of.map((work) => work[count]));
        return of.filter((work) => work[count] === least);
    };
    const undisturbed = fewest("walRecords", fewest("fullPages", counted));
    const believed = (count: keyof Work): number =>
        Math.max(0, mostFrequent(undisturbed.map((work) => work[count])) - reading[count]);
    return { blocks: believed("blocks"), walRecords: believed("walRecords"), walBytes: believed("walBytes") };
}

/** Of several that are equally frequent the lowest. */
function mostFrequent(counts: readonly number[]): number {
    const frequency = (count: number): number => counts.filter((other) => other === count).length;
    return counts.toSorted((a, b) => frequency(b) - frequency(a) || a - b)[0] ?? 0;
}

interface Counters extends Work {
    /** Images of full pages; how long each is, PostgreSQL 18 does not tell. */
    readonly fullPages: number;
}

async function workSince(client: pg.Client, execute: () => Promise<void>): Promise<Counters> {
    const before = await readCounters(client);
    await execute();
    const after = await readCounters(client);
    return {
        blocks: after.blocks - before.blocks,
        walRecords: after.walRecords - before.walRecords,
        walBytes: after.walBytes - before.walBytes,
        fullPages: after.fullPages - before.fullPages,
    };
}

async function readCounters(client: pg.Client): Promise<Counters> {
    // A backend hands its counts over when it is idle, and not each time unless it is told to.
    await client.query("select pg_catalog.pg_stat_force_next_flush()");
    const { rows } = await client.query<{ blocks: number; records: number; bytes: number; images: number }>(
        `select
            (
                select sum(coalesce(io.hits, 0) + coalesce(io.reads, 0))::float8
                from pg_catalog.pg_stat_get_backend_io(pg_catalog.pg_backend_pid()) as io
                where io.object = 'relation'
            ) as blocks,
            wal.wal_records::float8 as records,
            wal.wal_bytes::float8 as bytes,
            wal.wal_fpi::float8 as images
        from pg_catalog.pg_stat_get_backend_wal(pg_catalog.pg_backend_pid()) as wal`,
    );
    const { blocks = 0, records = 0, bytes = 0, images = 0 } = rows[0] ?? {};
    return { blocks, walRecords: records, walBytes: bytes - images * bytesOfPage, fullPages: images };
}
