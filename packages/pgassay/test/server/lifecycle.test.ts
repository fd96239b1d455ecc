import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync } from "node:fs";
import { createRequire } from "node:module";
import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { silent } from "../../src/core/progress.ts";
import { reapLeftovers } from "../../src/server/run-directory.ts";
import { withCluster } from "../../src/server/with-cluster.ts";
import { schemaOf } from "./recipes.ts";

const jiti = join(createRequire(import.meta.url).resolve("jiti/package.json"), "../lib/jiti-cli.mjs");
const holder = fileURLToPath(new URL("hold-cluster.ts", import.meta.url));

/** Short, because it becomes part of a socket's path; its own, so that parallel runs do not see each other. */
let temporary: string;
const realTmpdir = process.env["TMPDIR"];

beforeEach(() => {
    temporary = mkdtempSync("/tmp/life-");
    execFileSync("chmod", ["755", temporary]);
    process.env["TMPDIR"] = temporary;
});

afterEach(() => {
    if (realTmpdir === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = realTmpdir;
    rmSync(temporary, { recursive: true, force: true });
});

async function startHolder(): Promise<{ child: ChildProcess; port: number }> {
    const child = spawn(process.execPath, [jiti, holder], { stdio: ["ignore", "pipe", "inherit"] });
    const [line] = (await once(child.stdout, "data")) as [Buffer];
    return { child, port: Number(line.toString()) };
}

async function answers(port: number): Promise<boolean> {
    return new Promise((resolve) => {
        const socket = connect(port, "127.0.0.1");
        const end = (answer: boolean) => () => {
            socket.destroy();
            resolve(answer);
        };
        socket.once("connect", end(true)).once("error", end(false));
    });
}

function leftDirectories(): string[] {
    return readdirSync(temporary).filter((name) => name.startsWith("pgassay-"));
}

/** Whether something becomes true: within a second on a machine at rest, within half a minute on one that has much else to do. */
async function soon(condition: () => Promise<boolean>): Promise<boolean> {
    for (let tries = 0; tries < 1_500; tries++) {
        if (await condition()) return true;
        await sleep(20);
    }
    return false;
}

describe("an embedded server", () => {
    it.each(["SIGKILL", "SIGINT", "SIGTERM"] as const)("is gone soon after its parent's %s", async (signal) => {
        const { child, port } = await startHolder();
        expect(await answers(port)).toBe(true);
        expect(leftDirectories()).not.toEqual([]);
        child.kill(signal);
        await once(child, "exit");
        expect(await soon(async () => !(await answers(port)))).toBe(true);
        expect(await soon(async () => leftDirectories().length === 0)).toBe(true);
    });

    it("is reaped by the next run when its watchdog died with its parent", async () => {
        const { child, port } = await startHolder();
        const watchdogs = execFileSync("pgrep", ["-f", `pgassay-watchdog.*${temporary}`], { encoding: "utf8" });
        for (const pid of watchdogs.trim().split("\n")) process.kill(Number(pid), "SIGKILL");
        child.kill("SIGKILL");
        await once(child, "exit");
        expect(await answers(port)).toBe(true);
        await reapLeftovers();
        expect(await answers(port)).toBe(false);
        expect(leftDirectories()).toEqual([]);
    });

    it("has its directory left to it until it has signed it", async () => {
        const [mine, leftLongAgo] = [
            mkdtempSync(join(temporary, "pgassay-")),
            mkdtempSync(join(temporary, "pgassay-")),
        ];
        const longAgo = new Date(Date.now() - 3_600_000);
        utimesSync(leftLongAgo, longAgo, longAgo);
        await reapLeftovers();
        expect([mine, leftLongAgo].map((directory) => existsSync(directory))).toEqual([true, false]);
    });

    it("is left alone by another run while its parent lives", async () => {
        const { child, port } = await startHolder();
        await reapLeftovers();
        expect(await answers(port)).toBe(true);
        child.kill("SIGKILL");
        await soon(async () => leftDirectories().length === 0);
    });
});

// Where else: a server that is killed cannot take away what it shares in memory.
it.runIf(process.platform === "linux")("keeps shared memory in its data directory, which is taken away", () =>
    withCluster({ recipe: schemaOf("create table public.kept (id int)"), progress: silent }, async (cluster) => {
        const [pid] = readFileSync(join(cluster.dataDirectory ?? "", "postmaster.pid"), "utf8").split("\n");
        const mapped = readFileSync(`/proc/${pid}/maps`, "utf8");
        expect(mapped).toContain(`${cluster.dataDirectory}/pg_dynshmem/`);
        expect(mapped).not.toContain("/dev/shm/PostgreSQL.");
    }),
);
