import type { Runtime } from "./runtime.ts";

/**
 * Settings of embedded servers, beyond PostgreSQL's defaults. Nothing on them outlives the process, so durability is
 * off; whatever would act at a moment of its own choosing (autovacuum, JIT, parallel workers) is off too, because a
 * plan and its buffer counts must be the same twice.
 */
export function embeddedSettings(runtime: Runtime): Readonly<Record<string, string>> {
    return {
        listen_addresses: "127.0.0.1",
        unix_socket_permissions: "0700",
        max_connections: "60",
        extension_control_path: runtime.extensionControlPath,
        shared_preload_libraries: "pg_stat_statements,auto_explain",
        timezone: "UTC",

        fsync: "off",
        synchronous_commit: "off",
        full_page_writes: "off",
        wal_level: "minimal",
        max_wal_senders: "0",
        // One checkpoint in the middle of a load costs more than the disk it frees.
        max_wal_size: "8GB",
        // Old segments are deleted, not kept for reuse: they would be half of every data directory in the cache.
        min_wal_size: "32MB",
        wal_recycle: "off",
        wal_init_zero: "off",
        checkpoint_timeout: "1h",

        autovacuum: "off",
        jit: "off",
        max_parallel_workers_per_gather: "0",

        // In the data directory, with which it goes: elsewhere a server that is killed leaves it behind for good.
        dynamic_shared_memory_type: "mmap",

        // copy_file_range: a clone of the migrated schema takes half the time of the default on tmpfs.
        file_copy_method: "clone",
        shared_buffers: "256MB",
        work_mem: "16MB",
        maintenance_work_mem: "256MB",
        // The data is in memory or soon in the page cache: the default of 4 prices a disk of 1996.
        random_page_cost: "1.1",
    };
}
