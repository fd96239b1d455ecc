import { once } from "node:events";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { hasProcesses, withOwnServer } from "../server/own-server.ts";
import { edit, leftIn, pgassay, reader, startPgassay, withProject } from "./pgassay.ts";

const mix = `stress: { mix: [{ query: "book/books_on_shelf", weight: 1 }] },`;

/** The directories of a process in shared memory, where it has any. */
function inMemory(pid: number | undefined): string[] {
    const parent = "/dev/shm";
    return readdirSync(parent).filter((name) => {
        if (!name.startsWith("pgassay-")) return false;
        try {
            const owner = JSON.parse(readFileSync(join(parent, name, "owner.json"), "utf8")) as { pid: number };
            return owner.pid === pid;
        } catch {
            // Another process has only just made it, or removes it.
            return false;
        }
    });
}

describe("pgassay, killed while it works", () => {
    it.each([
        [["bench"], /measure latency/, "SIGKILL"],
        [["bench"], /measure latency/, "SIGINT"],
        [["plan"], /^plan$/m, "SIGINT"],
        [["test"], /run 1 test file$/m, "SIGTERM"],
        // It ends its load first, so that a server of somebody else is not left with it.
        [["stress", "--duration", "600"], /stress, step 1: http, 1 connection/, "SIGINT"],
        [["stress", "--duration", "600"], /stress, step 1: http, 1 connection/, "SIGTERM"],
    ] as const)("dies of it and leaves nothing: %j, at %s, by %s", (args, at, signal) =>
        withProject(async (directory) => {
            await edit(join(directory, "pgassay.config.ts"), `runs: "runs",`, `runs: "runs", ${mix}`);
            // These two would be done before the signal is there.
            if (args[0] === "plan")
                await edit(
                    join(directory, "queries/book/books_on_shelf.sql"),
                    "from book",
                    "from pg_catalog.pg_sleep(60), book",
                );
            if (args[0] === "test")
                await edit(join(directory, "tests/book.sql"), "begin;", "select pg_sleep(60); begin;");
            const temporary = mkdtempSync("/tmp/kill-");
            chmodSync(temporary, 0o755);
            try {
                const child = startPgassay(directory, args, { TMPDIR: temporary });
                await reader(child).until(at);
                expect(readdirSync(temporary)).not.toEqual([]);
                expect(inMemory(child.pid)).not.toEqual([]);
                child.kill(signal);
                expect(await once(child, "exit")).toEqual([null, signal]);
                expect(await leftIn(temporary)).toEqual([]);
                await expect.poll(() => inMemory(child.pid), { timeout: 30_000 }).toEqual([]);
                expect(readdirSync(directory)).not.toContain("runs");
            } finally {
                rmSync(temporary, { recursive: true, force: true });
            }
        }),
    );

    it("does not disturb the next run", () =>
        withProject(async (directory) => {
            const child = startPgassay(directory, ["bench"]);
            await reader(child).until(/measure latency/);
            child.kill("SIGKILL");
            await once(child, "exit");
            expect((await pgassay(directory, ["bench"])).code).toBe(0);
        }));
});

describe.runIf(hasProcesses)("pgassay, whose server is killed", () => {
    it.each([
        ["test", /apply 1 migration$/m],
        ["bench", /apply 1 migration$/m],
        ["bench", /measure latency/],
    ])("says so in three parts: %s, at %s", (verb, at) =>
        withProject((directory) =>
            withOwnServer(async (server) => {
                const child = startPgassay(directory, [verb, "--database-url", server.database.url]);
                const closed = once(child, "close") as Promise<[number | null]>;
                const output = reader(child);
                await output.until(at);
                server.kill();
                await output.until(/pgassay: could not .+\n {2}what happened: .+\n {2}what to do: {4}.+\n$/);
                expect((await closed)[0]).toBe(3);
            }),
        ),
    );
});
