import { once } from "node:events";
import { mkdtempSync, chmodSync, readdirSync, rmSync } from "node:fs";
import { describe, expect, it } from "vitest";
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
