import { withClient } from "../server/client.ts";
import type { Database } from "../server/cluster.ts";

/** Settings without which a plan or a latency cannot be explained afterwards. */
const recorded = [
    "autovacuum",
    "default_statistics_target",
    "effective_cache_size",
    "fsync",
    "jit",
    "max_parallel_workers_per_gather",
    "plan_cache_mode",
    "random_page_cost",
    "seq_page_cost",
    "shared_buffers",
    "synchronous_commit",
    "track_io_timing",
    "work_mem",
];

/** The settings that a session of this database has, by name, as `show` prints them. */
export async function readServerSettings(database: Database): Promise<Record<string, string>> {
    const { rows } = await withClient(database, (client) =>
        client.query<{ name: string; value: string }>(
            `select name, pg_catalog.current_setting(name) as value
             from pg_catalog.pg_settings
             where name = any ($1)
             order by name collate "C"`,
            [recorded],
        ),
    );
    return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
}
