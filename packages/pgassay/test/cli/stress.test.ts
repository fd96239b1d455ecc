import { once } from "node:events";
import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { parseRecord } from "../../src/core/record-kind.ts";
import { stressRecordKind } from "../../src/core/stress-record.ts";
import { edit, pgassay, startPgassay, withProject } from "./pgassay.ts";

/** A copy of the small project, with a mix of the one query it has. */
async function withMix<T>(more: string, use: (directory: string) => Promise<T>): Promise<T> {
    return withProject(async (directory) => {
        const stress = `stress: { mix: [{ query: "book/books_on_shelf", weight: 1 }], ${more} },`;
        await edit(join(directory, "pgassay.config.ts"), `runs: "runs",`, `runs: "runs", ${stress}`);
        return use(directory);
    });
}

describe("pgassay stress", () => {
    it("prints a row a step with the verdict last, and writes the record", () =>
        withMix("targetPerSecond: 1", async (directory) => {
            const args = ["--connections", "1,4", "--rate", "50", "--duration", "0.5"];
            const { code, stdout, stderr } = await pgassay(directory, ["stress", ...args]);
            expect([code, stderr]).toEqual([0, expect.stringMatching(/record: runs\/.*-stress\.json\n$/)]);
            const ways = ["http", "pg"];
            for (const load of ["1 connection ", "4 connections ", "50 a second "]) {
                for (const way of ways) expect(stdout).toMatch(new RegExp(`^${way} +${load} +\\d`, "m"));
            }
            expect(stdout).toMatch(/\nhttp .*; [\d,]+ answers: 0 wrong, 0 writes lost, 0 requests failed\n+$/);
            const [file = ""] = await readdir(join(directory, "runs"));
            const path = join(directory, "runs", file);
            const record = parseRecord(stressRecordKind, await readFile(path, "utf8"), path);
            expect(
                record.steps.filter(({ ratePerSecond }) => ratePerSecond === 50).map(({ answered }) => answered),
            ).toEqual([25, 25]);
        }));

    it("exits 1 when the service does not reach its target", () =>
        withMix("targetPerSecond: 1000000", async (directory) => {
            const { code, stdout } = await pgassay(directory, [
                "stress",
                "--connections",
                "1",
                "--duration",
                "0.3",
                "--json",
            ]);
            expect(JSON.parse(stdout)).toMatchObject({ findings: [{ code: "stress-below-target" }] });
            expect(code).toBe(1);
        }));

    it.each([
        { args: ["--connections", "1,x"], says: '"x" is not a number above zero' },
        { args: ["--connections", "1.5"], says: "1.5 is not a whole number" },
        { args: ["--connections", "2000"], says: "2000 is more than 1000" },
        { args: ["--rate", "1e6"], says: "1000000 is more than 10000" },
        { args: ["--duration", "3600"], says: "3600 is more than 600" },
    ])("refuses $args", ({ args, says }) =>
        withMix("", async (directory) => {
            const { code, stderr } = await pgassay(directory, ["stress", ...args]);
            expect([code, stderr]).toEqual([2, expect.stringContaining(says)]);
        }),
    );

    it("ends after a Ctrl-C and leaves nothing", () =>
        withMix("", async (directory) => {
            const temporary = mkdtempSync("/tmp/stress-");
            chmodSync(temporary, 0o755);
            try {
                const child = startPgassay(directory, ["stress", "--duration", "600"], { TMPDIR: temporary });
                let stderr = "";
                await new Promise<void>((resolve) => {
                    child.stderr?.on("data", (chunk: Buffer) => {
                        stderr += chunk.toString();
                        if (stderr.includes("stress, step 1: http, 1 connection")) resolve();
                    });
                });
                await sleep(1_000);
                child.kill("SIGINT");
                const [code] = (await once(child, "close")) as [number | null];
                expect([code, stderr]).toEqual([3, expect.stringContaining("it was interrupted after 0 of 10 steps")]);
                expect(readdirSync(temporary)).toEqual([]);
                expect(readdirSync(directory)).not.toContain("runs");
            } finally {
                rmSync(temporary, { recursive: true, force: true });
            }
        }));
});
