import { readFileSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cacheDirectory } from "../../src/server/cache-directory.ts";
import type { Database } from "../../src/server/cluster.ts";
import { initializeDataDirectory, startPostmaster, superuser } from "../../src/server/postmaster.ts";
import { prepareRuntime } from "../../src/server/runtime.ts";
import { giveToServerUser } from "../../src/server/server-user.ts";

/** Where the processes of a server can be found. */
export const hasProcesses = process.platform === "linux";

/** A server that a test may kill, as the one that other tests share cannot be. */
export interface OwnServer {
    readonly database: Database;
    /** SIGKILL to all processes of the server at once: no statement is answered from here on, and nothing shut down. */
    kill(): void;
    /** Starts it again on the same data directory. */
    restart(): Promise<void>;
}

/** Hands a server with a data directory of its own to `use`, and removes both. */
export async function withOwnServer(use: (server: OwnServer) => Promise<void>): Promise<void> {
    const directory = await mkdtemp(join(tmpdir(), "pgassay-own-"));
    try {
        await giveToServerUser(directory);
        const [data, socket] = [join(directory, "data"), join(directory, "socket")];
        await mkdir(socket);
        await giveToServerUser(socket);
        const runtime = await prepareRuntime(await cacheDirectory());
        await initializeDataDirectory(runtime, data);
        let server = await startPostmaster(runtime, data, socket);
        let pid = await postmasterOf(data);
        try {
            await use({
                get database() {
                    const at = `host=${encodeURIComponent(socket)}&port=${server.port}`;
                    return { name: "postgres", url: `postgresql://${superuser}@/postgres?${at}` };
                },
                kill: () => {
                    // Its processes go on without the postmaster until they wait for something.
                    const started = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ");
                    for (const one of [pid, ...started.map(Number)]) process.kill(one, "SIGKILL");
                },
                restart: async () => {
                    server = await startWhenFree(() => startPostmaster(runtime, data, socket));
                    pid = await postmasterOf(data);
                },
            });
        } finally {
            await server.stop();
        }
    } finally {
        await rm(directory, { recursive: true, force: true });
    }
}

/** Processes of a killed server keep its memory, and its lock file their number, until the system has cleared up. */
async function startWhenFree<T>(start: () => Promise<T>): Promise<T> {
    for (let tries = 100; ; tries--) {
        try {
            return await start();
        } catch (error) {
            if (tries === 0 || !/still in use|already exists/.test(String(error))) throw error;
            await new Promise((resolve) => setTimeout(resolve, 100));
        }
    }
}

async function postmasterOf(data: string): Promise<number> {
    return Number((await readFile(join(data, "postmaster.pid"), "utf8")).split("\n")[0]);
}
