import { spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { rm, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo, type Socket } from "node:net";
import { createInterface } from "node:readline";
import { environmentError, messageOf } from "../core/errors.ts";
import type { Runtime } from "./runtime.ts";
import { giveToServerUser, serverUser } from "./server-user.ts";
import { embeddedSettings } from "./settings.ts";

/** The superuser of embedded servers. */
export const superuser = "postgres";

const startTimeoutMs = 60_000;
const keptLogLines = 40;
/** Somebody else may take the port between our finding it free and the server's binding it. */
const portAttempts = 5;

/** The environment of server programs: messages in English, times in UTC, whatever the user's own locale. */
const serverEnvironment = { PATH: process.env["PATH"] ?? "", LC_ALL: "C", TZ: "UTC" };

/**
 * Makes a data directory with initdb: UTF-8, the built-in C.UTF-8 collation (the same order on every machine), trust on
 * the socket, which only its owner can enter, and a password on TCP.
 *
 * @returns the superuser's password
 */
export async function initializeDataDirectory(runtime: Runtime, data: string): Promise<string> {
    const password = randomBytes(16).toString("hex");
    const passwordFile = `${data}.password`;
    await writeFile(passwordFile, password, { mode: 0o600 });
    await giveToServerUser(passwordFile);
    try {
        await runInitdb(runtime, [
            ["--pgdata", data],
            ["--username", superuser],
            ["--pwfile", passwordFile],
            ["--auth-local", "trust"],
            ["--auth-host", "scram-sha-256"],
            ["--encoding", "UTF8"],
            ["--locale-provider", "builtin"],
            ["--builtin-locale", "C.UTF-8"],
            ["--no-sync"],
            ["--no-instructions"],
        ]);
        return password;
    } finally {
        await rm(passwordFile, { force: true });
    }
}

async function runInitdb(runtime: Runtime, options: readonly (readonly string[])[]): Promise<void> {
    const initdb = spawn(runtime.initdb, options.flat(), {
        ...serverUser,
        env: serverEnvironment,
        // The server's user need not be able to enter the directory we are in.
        cwd: "/",
        stdio: ["ignore", "ignore", "pipe"],
    });
    const log = keepLast(initdb);
    await once(initdb, "close").catch((error: unknown) => log.push(messageOf(error)));
    if (initdb.exitCode === 0) return;
    throw environmentError({
        tried: "make a PostgreSQL data directory with initdb",
        happened: log.join("; ") || `it ended with code ${initdb.exitCode}`,
        remedy: "see that the disk and the temporary directory have room, and delete the cache directory if it is damaged",
    });
}

/** A server process that accepts connections. */
export interface Postmaster {
    /** `18.4`, as the server says in its log. */
    readonly serverVersion: string;
    readonly port: number;
    /** A fast shutdown that leaves the data directory clean, so that it can be copied. */
    stop(): Promise<void>;
}

/** Starts the server on a data directory and returns when it accepts connections. */
export async function startPostmaster(runtime: Runtime, data: string, socket: string): Promise<Postmaster> {
    for (let attempt = 1; ; attempt++) {
        const port = await freePort();
        const result = await tryStart(runtime, data, socket, port);
        if ("stop" in result) return result;
        if (attempt < portAttempts && result.log.some((line) => line.includes("Address already in use"))) continue;
        throw environmentError({
            tried: `start PostgreSQL on ${data}`,
            happened:
                result.log.filter((line) => /FATAL|PANIC|ERROR|error/.test(line)).join("; ") || result.log.join("; "),
            remedy: "read the server's message above; `pgassay` keeps no state that a second try would trip over",
        });
    }
}

async function tryStart(
    runtime: Runtime,
    data: string,
    socket: string,
    port: number,
): Promise<Postmaster | { readonly log: readonly string[] }> {
    const settings = { ...embeddedSettings(runtime), port: String(port), unix_socket_directories: socket };
    const server = spawn(
        runtime.postgres,
        ["-D", data, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])],
        // A group of its own: a Ctrl-C in the terminal is for us, and what it ends is the watchdog's business.
        { ...serverUser, env: serverEnvironment, cwd: "/", detached: true, stdio: ["ignore", "ignore", "pipe"] },
    );
    const log = keepLast(server);
    const exited = once(server, "close").catch((error: unknown) => log.push(messageOf(error)));
    const serverVersion = await Promise.race([
        versionWhenReady(server),
        exited.then(() => undefined),
        timeout(startTimeoutMs).then(() => undefined),
    ]);
    if (serverVersion === undefined) {
        server.kill("SIGQUIT");
        await exited;
        return { log };
    }
    // From here on the watchdog owns the process; it must not keep Node alive by itself.
    server.unref();
    (server.stderr as Socket).unref();
    return {
        serverVersion,
        port,
        async stop() {
            server.ref();
            server.kill("SIGINT");
            await exited;
        },
    };
}

/** Reads the log for as long as the process lives, or it would block on a full pipe; keeps the last lines. */
function keepLast(child: ChildProcess): string[] {
    const lines: string[] = [];
    if (child.stderr) {
        createInterface({ input: child.stderr }).on("line", (line) => {
            lines.push(line.trim());
            if (lines.length > keptLogLines) lines.shift();
        });
    }
    return lines;
}

/** Returns when the log says that the server accepts connections, which is sooner than any polling would notice. */
async function versionWhenReady(child: ChildProcess): Promise<string> {
    let log = "";
    return new Promise((resolve) => {
        const read = (chunk: Buffer): void => {
            log += chunk.toString();
            if (!log.includes("database system is ready to accept connections")) return;
            child.stderr?.off("data", read);
            resolve(/starting PostgreSQL (\S+)/.exec(log)?.[1] ?? "");
        };
        child.stderr?.on("data", read);
    });
}

async function timeout(ms: number): Promise<void> {
    await new Promise<void>((resolve) => {
        setTimeout(resolve, ms).unref();
    });
}

async function freePort(): Promise<number> {
    const probe = createServer();
    probe.listen(0, "127.0.0.1");
    await once(probe, "listening");
    const { port } = probe.address() as AddressInfo;
    probe.close();
    await once(probe, "close");
    return port;
}
