import { once } from "node:events";
import { mkdtempSync, chmodSync, readdirSync, rmSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { pgassay, startPgassay, withProject } from "./pgassay.ts";

describe("pgassay bench, killed while it measures", () => {
    it.each(["SIGKILL", "SIGINT"] as const)("by %s leaves nothing and does not disturb the next run", (signal) =>
        withProject(async (directory) => {
            const temporary = mkdtempSync("/tmp/kill-");
            chmodSync(temporary, 0o755);
            try {
                const child = startPgassay(directory, ["bench"], { TMPDIR: temporary });
                await new Promise<void>((resolve) => {
                    child.stderr?.on("data", (chunk: Buffer) => {
                        if (chunk.includes("measure latency")) resolve();
                    });
                });
                expect(readdirSync(temporary)).not.toEqual([]);
                child.kill(signal);
                await once(child, "exit");
                await sleep(1_000);
                expect(readdirSync(temporary)).toEqual([]);
                expect(readdirSync(directory)).not.toContain("runs");
                expect((await pgassay(directory, ["bench"], { TMPDIR: temporary })).code).toBe(0);
            } finally {
                rmSync(temporary, { recursive: true, force: true });
            }
        }),
    );
});
