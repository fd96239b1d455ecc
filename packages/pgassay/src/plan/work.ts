import type pg from "pg";
import { usageError } from "../core/errors.ts";

/** What an execution did, whoever of its triggers, functions and indexes did it. */
export interface Work {
    /** Blocks of 8 kB that were found in shared buffers or read into them. */
    readonly blocks: number;
    readonly walRecords: number;
    /** Without the images of full pages. */
    readonly walBytes: number;
}

const bytesOfPage = 8192;

/** Backends tell their own work from this version on. */
const oldestVersion = 18_00_00;

/**
 * Measures an execution by the counters that the server keeps for a backend. The first one is not counted, of the
 * others the one whose number of records occurs most is believed.
 *
 * @param execute one execution, ended with its transaction
 * @throws a usage error on a server before PostgreSQL 18, which has no such counters
 */
export async function measureWork(client: pg.Client, times: number, execute: () => Promise<void>): Promise<Work> {
    const { rows } = await client.query<{ version: number }>(
        "select pg_catalog.current_setting('server_version_num')::integer as version",
    );
    if ((rows[0]?.version ?? 0) < oldestVersion) {
        throw usageError({
            tried: "measure what a statement writes",
            happened: "the server is older than PostgreSQL 18 and does not tell what one backend did",
            remedy: "use PostgreSQL 18, or name only the queries that read",
        });
    }
    await execute();
    // Reading the counters is work too.
    await workSince(client, async () => {});
    const reading = await workSince(client, async () => {});
    const measured: Work[] = [];
    for (let i = 0; i < times; i++) measured.push(await workSince(client, execute));
    const frequency = (work: Work): number =>
        measured.filter(({ walRecords }) => walRecords === work.walRecords).length;
    const believed = measured.toSorted((a, b) => frequency(b) - frequency(a))[0] ?? reading;
    return {
        blocks: Math.max(0, believed.blocks - reading.blocks),
        walRecords: Math.max(0, believed.walRecords - reading.walRecords),
        walBytes: Math.max(0, believed.walBytes - reading.walBytes),
    };
}

async function workSince(client: pg.Client, execute: () => Promise<void>): Promise<Work> {
    const before = await readCounters(client);
    await execute();
    const after = await readCounters(client);
    return {
        blocks: after.blocks - before.blocks,
        walRecords: after.walRecords - before.walRecords,
        walBytes: after.walBytes - before.walBytes,
    };
}

async function readCounters(client: pg.Client): Promise<Work> {
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
    return { blocks, walRecords: records, walBytes: bytes - images * bytesOfPage };
}
