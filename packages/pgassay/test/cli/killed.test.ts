import { once } from "node:events";
import { mkdtempSync, chmodSync, readdirSync, rmSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { hasProcesses, withOwnServer } from "../server/own-server.ts";
import { leftIn, pgassay, reader, startPgassay, withProject } from "./pgassay.ts";

describe("pgassay bench, killed while it measures", () => {
    it.each(["SIGKILL", "SIGINT"] as const)("by %s leaves nothing and does not disturb the next run", (signal) =>
        withProject(async (directory) => {
            const temporary = mkdtempSync("/tmp/kill-");
            chmodSync(temporary, 0o755);
            try {
                const child = startPgassay(directory, ["bench"], { TMPDIR: temporary });
                await reader(child).until(/measure latency/);
                expect(readdirSync(temporary)).not.toEqual([]);
                child.kill(signal);
                await once(child, "exit");
                expect(await leftIn(temporary)).toEqual([]);
                expect(readdirSync(directory)).not.toContain("runs");
                expect((await pgassay(directory, ["bench"], { TMPDIR: temporary })).code).toBe(0);
            } finally {
                rmSync(temporary, { recursive: true, force: true });
            }
        }),
    );
});

describe.runIf(hasProcesses)("pgassay, whose server is killed", () => {
    it.each([
        ["test", /apply \d+ migrations?/],
        ["bench", /apply \d+ migrations?/],
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
