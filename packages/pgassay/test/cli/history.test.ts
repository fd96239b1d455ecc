import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { historyText, type HistoryRun } from "../../src/core/history.ts";
import { readHistory } from "../../src/measure/history/history-files.ts";
import { runsOf, startOf } from "../measure/history/synthetic.ts";
import { pgassay, withProject } from "./pgassay.ts";

/** Writes runs into the history of a project, as nights would have. */
async function write(directory: string, runs: readonly HistoryRun[]): Promise<void> {
    await mkdir(join(directory, "history"), { recursive: true });
    for (const [night, run] of runs.entries()) {
        const name = `${startOf(night).replace(/[-:.]/g, "")}-0000000a.jsonl`;
        await writeFile(join(directory, "history", name), historyText(run));
    }
}

const slower = runsOf([...Array<number>(20).fill(1), ...Array<number>(4).fill(1.3)]);
const alarmed = slower.map((run, night): HistoryRun => {
    const { query = "", case: name = "" } = run.cases[0] ?? {};
    const alert = { kind: "alert", query, case: name, since: startOf(20), before: 1, after: 1.3 } as const;
    return night === 23 ? { ...run, alerts: [alert] } : run;
});

describe("pgassay bench --history", () => {
    it("adds a run with the ratio of every case, and history shows it", () =>
        withProject(async (directory) => {
            const { code, stderr } = await pgassay(directory, ["bench", "--history"]);
            expect([code, stderr]).toEqual([0, expect.stringMatching(/\nhistory: history\/\S+\.jsonl\n$/)]);
            const [run] = await readHistory(join(directory, "history"), 1);
            expect(run?.cases).toMatchObject([{ query: "book/books_on_shelf", case: "typical" }]);
            expect(run?.cases[0]?.pairs).toHaveLength(20);
            const shown = await pgassay(directory, ["history"]);
            expect(shown.stdout).toMatch(
                /books_on_shelf#typical +× \d+\.\d\d +1 +\S\n[^]*1 run of .*1 case, 0 findings/,
            );
            expect(shown.code).toBe(0);
        }));

    it("leaves the history alone without the flag", () =>
        withProject(async (directory) => {
            expect((await pgassay(directory, ["bench"])).code).toBe(0);
            expect(await readdir(directory)).not.toContain("history");
        }));
});

describe("pgassay history", () => {
    it("exits 1 in the night that is the first to show a change, and 0 in the next", () =>
        withProject(async (directory) => {
            await write(directory, alarmed);
            const night = await pgassay(directory, ["history", "--markdown", "alert/alert.md"]);
            expect(await readFile(join(directory, "alert/alert.md"), "utf8")).toContain("| slower | 1 |");
            await rm(join(directory, "alert"), { recursive: true });
            expect(night.stdout).toMatch(/error change-point order\/latest_of_customer#hot: 1\.30 times slower/);
            expect(night.code).toBe(1);
            await write(directory, [...alarmed, ...runsOf(Array<number>(25).fill(1.3)).slice(24)]);
            const next = await pgassay(directory, ["history", "--markdown", "alert/alert.md"]);
            expect(await readdir(directory)).not.toContain("alert");
            expect(next.stdout).toMatch(/\+30 % since 2026-10-21[^]*0 findings/);
            expect(next.code).toBe(0);
        }));

    it("prints the trends as JSON", () =>
        withProject(async (directory) => {
            await write(directory, alarmed);
            const { code, stdout } = await pgassay(directory, ["history", "--json"]);
            expect(JSON.parse(stdout)).toMatchObject({
                trends: [{ case: "hot", changes: [{ index: 20, before: 1, after: 1.3 }] }],
                findings: [{ code: "change-point" }],
            });
            expect(code).toBe(1);
        }));

    it("exits 2 when there is no run, and when a run is not whole", () =>
        withProject(async (directory) => {
            const empty = await pgassay(directory, ["history"]);
            expect([empty.code, empty.stderr]).toEqual([2, expect.stringContaining("there is no run in it")]);
            await write(directory, slower.slice(0, 2));
            const [first = ""] = await readdir(join(directory, "history"));
            await writeFile(join(directory, "history", first), "{");
            const broken = await pgassay(directory, ["history"]);
            expect([broken.code, broken.stderr]).toEqual([2, expect.stringContaining(`${first}\n  what happened:`)]);
        }));
});
