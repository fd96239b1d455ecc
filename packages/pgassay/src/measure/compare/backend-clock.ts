import { readFileSync } from "node:fs";
import type pg from "pg";

/** Reads how long something has run so far, in microseconds. */
export interface Clock {
    readonly kind: "cpu" | "wall";
    readonly nowUs: () => number;
}

const wallClock: Clock = { kind: "wall", nowUs: () => performance.now() * 1000 };

/**
 * The clock that judges a session: processor time of the backend that serves `client` where the kernel tells it, which
 * waiting for a processor does not move; else the clock on the wall.
 *
 * On Linux the first field of `/proc/<pid>/schedstat` is the time that a process has run, in nanoseconds, readable by
 * everybody (Linux, Documentation/scheduler/sched-stats). The backend must be a process of this machine: its title
 * names the database, and a process identifier of another machine would lead to something else.
 */
export async function backendClock(client: pg.Client): Promise<Clock> {
    const { rows } = await client.query<{ pid: number; database: string }>(
        "select pg_catalog.pg_backend_pid() as pid, pg_catalog.current_database() as database",
    );
    const [backend] = rows;
    if (backend === undefined || !isBackend(backend.pid, backend.database)) return wallClock;
    const file = `/proc/${backend.pid}/schedstat`;
    const nowUs = (): number => Number.parseInt(readFileSync(file, "latin1"), 10) / 1000;
    // A kernel built without these statistics writes zeros.
    return (tryRead(nowUs) ?? 0) > 0 ? { kind: "cpu", nowUs } : wallClock;
}

function isBackend(pid: number, database: string): boolean {
    const title = tryRead(() => readFileSync(`/proc/${pid}/cmdline`, "latin1"));
    return title !== undefined && title.startsWith("postgres: ") && title.split(" ").includes(database);
}

/** What cannot be read is not there, on this platform or for this user. */
function tryRead<T>(read: () => T): T | undefined {
    try {
        return read();
    } catch {
        return undefined;
    }
}
