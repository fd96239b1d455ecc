import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { expect, test as base } from "vitest";
import { readRun, writeRun } from "../../src/measure/run-record-file.ts";
import { exampleRun } from "../core/example-run.ts";

const test = base.extend<{ directory: string }>({
    directory: async ({}, use) => {
        const directory = await mkdtemp(join(tmpdir(), "pgassay-runs-"));
        try {
            await use(directory);
        } finally {
            await rm(directory, { recursive: true });
        }
    },
});

test("a record is read back as it was written, from a directory that was not there", async ({ directory }) => {
    const file = await writeRun(join(directory, "bench", "runs"), exampleRun());
    expect(await readRun(file)).toEqual(exampleRun());
});

test("names in order are runs in order, and nothing unfinished is left", async ({ directory }) => {
    const starts = ["2026-11-22T15:40:15.123Z", "2026-09-01T00:00:00.000Z", "2027-01-01T00:00:00.000Z"];
    for (const startedAt of starts) await writeRun(directory, exampleRun({ startedAt }));
    await writeRun(directory, exampleRun({ startedAt: "2026-11-22T15:40:15.124Z", verb: "plan" }));
    expect((await readdir(directory)).toSorted()).toEqual([
        "20260901T000000000Z-bench.json",
        "20261122T154015123Z-bench.json",
        "20261122T154015124Z-plan.json",
        "20270101T000000000Z-bench.json",
    ]);
});

test("a directory that cannot be written to is an error of the environment", async ({ directory }) => {
    const occupied = join(directory, "runs");
    await writeFile(occupied, "a file");
    await expect(writeRun(occupied, exampleRun())).rejects.toMatchObject({
        kind: "environment",
        parts: {
            tried: expect.stringContaining("write the run record") as string,
            happened: expect.stringContaining("EEXIST") as string,
        },
    });
});

test("a record that cannot take its place leaves nothing behind", async ({ directory }) => {
    const file = await writeRun(directory, exampleRun());
    await rm(file);
    await writeRun(join(file, "in-the-way"), exampleRun());
    await expect(writeRun(directory, exampleRun())).rejects.toMatchObject({ kind: "environment" });
    expect(await readdir(directory)).toEqual([basename(file)]);
});

test("a file that is not there is an error of the user", async ({ directory }) => {
    const file = join(directory, "none.json");
    await expect(readRun(file)).rejects.toMatchObject({
        kind: "usage",
        parts: { tried: `read the run record ${file}` },
    });
});
