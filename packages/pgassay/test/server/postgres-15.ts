import { execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { giveToServerUser, serverUser } from "../../src/server/server-user.ts";

/** Where Debian's package `postgresql-15` puts the oldest server that is supported. */
const programs = "/usr/lib/postgresql/15/bin";

/** Whether this machine has it; tests that need it are skipped elsewhere. */
export const hasPostgres15 = existsSync(programs);

async function freePort(): Promise<number> {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    server.close();
    return port;
}

async function answers(connectionString: string): Promise<boolean> {
    const client = new pg.Client({ connectionString });
    try {
        await client.connect();
        return true;
    } catch {
        return false;
    } finally {
        await client.end().catch(() => {});
    }
}

/** Hands the URL of a server of its own to `use`, and removes it. */
export async function withPostgres15(use: (url: string) => Promise<void>): Promise<void> {
    const directory = await mkdtemp(join(tmpdir(), "pgassay-15-"));
    await giveToServerUser(directory);
    const data = join(directory, "data");
    await promisify(execFile)(
        join(programs, "initdb"),
        ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"],
        { ...serverUser, cwd: directory },
    );
    const port = await freePort();
    // What our own servers have, so that plans are comparable.
    const settings = [
        "fsync=off",
        "autovacuum=off",
        "random_page_cost=1.1",
        "work_mem=16MB",
        `unix_socket_directories=${directory}`,
    ];
    const server = spawn(
        join(programs, "postgres"),
        ["-D", data, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])],
        { ...serverUser, cwd: directory, stdio: "ignore" },
    );
    const ended = once(server, "exit");
    try {
        const url = `postgresql://postgres@127.0.0.1:${port}/postgres`;
        for (let tries = 0; tries < 100 && !(await answers(url)); tries++)
            await new Promise((done) => setTimeout(done, 50));
        await use(url);
    } finally {
        server.kill("SIGINT");
        await ended;
        await rm(directory, { recursive: true, force: true });
    }
}
