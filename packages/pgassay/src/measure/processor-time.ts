import { readFileSync } from "node:fs";
import type pg from "pg";

/** What the kernel says of a process since it began, in microseconds. */
export interface ProcessorTime {
    readonly ranUs: number;
    /** Ready to run, while something else had the processor. */
    readonly waitedUs: number;
}

/** Reads the time of one process so far. */
export type ProcessorClock = () => ProcessorTime;

/**
 * The clock of the backend that serves `client`, which waiting for a processor does not move; undefined where the kernel
 * does not tell it.
 *
 * The backend must be a process of this machine: its title names the database, and a process identifier of another
 * machine would lead to something else.
 */
export async function backendProcessor(client: pg.Client): Promise<ProcessorClock | undefined> {
    const { rows } = await client.query<{ pid: number; database: string }>(
        "select pg_catalog.pg_backend_pid() as pid, pg_catalog.current_database() as database",
    );
    const [backend] = rows;
    if (backend === undefined || !isBackend(backend.pid, backend.database)) return undefined;
    return processorOf(String(backend.pid));
}

/** The clock of this process' first thread, in which JavaScript runs. */
export function ownProcessor(): ProcessorClock | undefined {
    return processorOf("self");
}

/**
 * On Linux the first two fields of `/proc/<pid>/schedstat` are the time that a process has run and the time that it has
 * waited to, in nanoseconds, readable by everybody (Linux, Documentation/scheduler/sched-stats).
 */
function processorOf(process: string): ProcessorClock | undefined {
    const file = `/proc/${process}/schedstat`;
    const clock = (): ProcessorTime => {
        const [ran, waited] = readFileSync(file, "latin1").split(" ");
        return { ranUs: Number(ran) / 1000, waitedUs: Number(waited) / 1000 };
    };
    // A kernel built without these statistics writes zeros.
    return (tryRead(clock)?.ranUs ?? 0) > 0 ? clock : undefined;
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
