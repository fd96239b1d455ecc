import { once } from "node:events";
import { readdir, readFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseRecord } from "../../src/core/record-kind.ts";
import { stressRecordKind, type StressRecord } from "../../src/core/stress-record.ts";
import { edit, pgassay, withProject } from "./pgassay.ts";

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

    it("exits 1 when requests at the rate of the target take longer than it says, twice, and 0 when they do not", () =>
        withMix("targetPerSecond: 20, targetMsP99: 0.001", async (directory) => {
            const args = ["stress", "--connections", "1", "--duration", "0.4", "--json"];
            const missed = await pgassay(directory, args);
            const record = JSON.parse(missed.stdout) as StressRecord;
            expect(record.findings).toMatchObject([{ code: "stress-over-target" }]);
            expect(record.findings[0]?.message).toMatch(
                /^at 20 requests a second the p99 is [\d.]+ ms, then [\d.]+ ms;/,
            );
            expect(record.steps.map(({ way, ratePerSecond }) => `${way} ${ratePerSecond ?? "-"}`)).toEqual([
                "http -",
                "pg -",
                "http 20",
                "http 20",
            ]);
            expect(missed.code).toBe(1);
            await edit(join(directory, "pgassay.config.ts"), "targetMsP99: 0.001", "targetMsP99: 9000");
            const met = await pgassay(directory, args);
            expect([met.code, (JSON.parse(met.stdout) as StressRecord).findings]).toEqual([0, []]);
        }));

    it("refuses a target of the p99 without a rate that it holds at", () =>
        withMix("targetMsP99: 5", async (directory) => {
            const { code, stderr } = await pgassay(directory, ["stress"]);
            expect([code, stderr]).toEqual([2, expect.stringContaining("holds at the rate of targetPerSecond")]);
        }));

    it("refuses a server that is not on this machine, and opens no connection to it, unless told to", () =>
        withMix("", async (directory) => {
            let connections = 0;
            const server = createServer((socket) => {
                connections++;
                socket.destroy();
            });
            await once(server.listen(0), "listening");
            try {
                // An address that is not one of the loopback, and yet reaches this machine.
                const { port } = server.address() as AddressInfo;
                const environment = { DATABASE_URL: `postgresql://postgres@0.0.0.0:${port}/postgres` };
                const refused = await pgassay(directory, ["stress"], environment);
                expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining("add --allow-remote")]);
                expect(refused.stderr).toContain("the database server at 0.0.0.0");
                expect(connections).toBe(0);
                const told = await pgassay(directory, ["stress", "--allow-remote"], environment);
                expect([told.code, told.stderr]).toEqual([3, expect.stringContaining("connect to PostgreSQL")]);
                expect(connections).toBeGreaterThan(0);
            } finally {
                server.close();
            }
        }));
});
