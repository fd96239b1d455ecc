import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test as base } from "vitest";
import { addToHistory } from "../../../src/measure/history/add-to-history.ts";
import { appendHistory, readHistory } from "../../../src/measure/history/history-files.ts";
import { exampleHistory, exampleHistoryCase } from "../../core/example-history.ts";
import { exampleRun } from "../../core/example-run.ts";
import { flatNights, runsOf, startOf } from "./synthetic.ts";

const test = base.extend<{ directory: string }>({
    directory: async ({}, use) => {
        const directory = await mkdtemp(join(tmpdir(), "pgassay-history-"));
        try {
            await use(directory);
        } finally {
            await rm(directory, { recursive: true });
        }
    },
});

test("runs are read back in their order, the latest of them, each from a file of its own", async ({ directory }) => {
    const runs = runsOf([1, 2, 3]);
    for (const run of runs.toReversed()) await appendHistory(join(directory, "history"), run);
    expect(await readHistory(join(directory, "history"), 40)).toEqual(runs);
    expect(await readHistory(join(directory, "history"), 2)).toEqual(runs.slice(1));
    expect(await readdir(join(directory, "history"))).toHaveLength(3);
});

test("runs that are added at the same instant do not meet", async ({ directory }) => {
    const runs = Array.from({ length: 20 }, (_, i) => exampleHistory({ cases: [exampleHistoryCase(i + 1)] }));
    await Promise.all(runs.map((run) => appendHistory(directory, run)));
    const read = await readHistory(directory, 40);
    expect(read.map(({ cases }) => cases[0]?.ratio.ratio).toSorted((a = 0, b = 0) => a - b)).toEqual(
        runs.map(({ cases }) => cases[0]?.ratio.ratio),
    );
});

test("a directory that is not there has no runs, and other files are none", async ({ directory }) => {
    expect(await readHistory(join(directory, "none"), 40)).toEqual([]);
    await writeFile(join(directory, "README.md"), "not a run");
    await writeFile(join(directory, "20261001T021700000Z-01234567.jsonl.123.unfinished"), "{");
    expect(await readHistory(directory, 40)).toEqual([]);
});

test("a file that was cut off is an error that names it and its line", async ({ directory }) => {
    const file = join(directory, "20261001T021700000Z-01234567.jsonl");
    await writeFile(file, `{"format":"pgassay history","version":1`);
    await expect(readHistory(directory, 40)).rejects.toMatchObject({
        kind: "usage",
        parts: { tried: `read line 1 of ${file}`, happened: "the file does not end with a whole line" },
    });
});

test("the run that first shows a change brings the alert, and the next one does not", async ({ directory }) => {
    const nights = flatNights(26, 5).map((ratio, night) => (night < 20 ? ratio : ratio * 1.3));
    const alerts: [night: number, since: string][] = [];
    const record = exampleRun();
    for (const [night, ratio] of nights.entries()) {
        const {
            query,
            case: name,
            clock,
            pairs,
        } = exampleHistoryCase(ratio, { query: "order/open_orders", case: "typical" });
        const timed = { query, case: name, clock, pairs, ratio: { ratio, low: ratio, high: ratio } };
        await addToHistory(directory, { ...record, startedAt: startOf(night) }, [timed]);
        const latest = (await readHistory(directory, 1))[0];
        expect(latest?.cases[0]?.tree).toEqual(["Sort", "  Seq Scan on orders", "    Filter: (status = 'open')"]);
        alerts.push(...(latest?.alerts ?? []).map(({ since }): [number, string] => [night, since]));
    }
    expect(alerts).toEqual([[23, startOf(20)]]);
});
