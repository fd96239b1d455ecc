import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { environmentError } from "../core/errors.ts";
import { withClient } from "../server/client.ts";
import type { Database } from "../server/cluster.ts";

/** The advisory lock of whoever migrates a database: "pgmigrat" in ASCII. */
const lockKey = 0x70_67_6d_69_67_72_61_74n;

const pollMs = 100;

/**
 * Runs `use` while nobody else migrates this database through pgassay, and hands it the client that holds the lock.
 * dbmate takes no lock of its own. The lock belongs to the connection: it ends with it, however that ends.
 *
 * @param waitTimeoutMs how long to wait for another run; a migration may take its time, ten minutes by default
 * @throws an environment error when the other run has not ended by then
 */
export async function withMigrationLock<T>(
    database: Database,
    use: (client: pg.Client) => Promise<T>,
    waitTimeoutMs = 600_000,
): Promise<T> {
    return withClient(database, async (client) => {
        // The session is idle while dbmate works, and must outlive it.
        await client.query("set idle_session_timeout = 0");
        // Ask again and again instead of waiting inside the server: a statement that waits holds a snapshot, which
        // `create index concurrently` in the other run would wait for, so that neither would ever end.
        for (let waitedMs = 0; !(await tryLock(client)); waitedMs += pollMs) {
            if (waitedMs >= waitTimeoutMs) throw await stillLocked(client, database, waitTimeoutMs);
            await sleep(pollMs);
        }
        return use(client);
    });
}

async function tryLock(client: pg.Client): Promise<boolean> {
    const { rows } = await client.query<{ locked: boolean }>("select pg_catalog.pg_try_advisory_lock($1) as locked", [
        lockKey,
    ]);
    return rows[0]?.locked === true;
}

async function stillLocked(client: pg.Client, database: Database, waitTimeoutMs: number): Promise<Error> {
    const { rows } = await client.query<{ pid: number }>(
        `select locks.pid
        from pg_catalog.pg_locks as locks
        join pg_catalog.pg_database as databases on databases.oid = locks.database
        where locks.locktype = 'advisory'
            and locks.granted
            and databases.datname = pg_catalog.current_database()
            and (locks.classid::bigint << 32) | locks.objid::bigint = $1
            and locks.objsubid = 1`,
        [lockKey],
    );
    const pids = rows.map(({ pid }) => pid).join(", ");
    return environmentError({
        tried: `migrate the database ${database.name}`,
        happened: `another run has been migrating it for ${waitTimeoutMs / 1000} s (server process ${pids || "just ended"})`,
        remedy: "wait until it has ended, or end it with pg_terminate_backend, and run again",
    });
}
