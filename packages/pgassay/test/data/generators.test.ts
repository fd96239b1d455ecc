import { createHash } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { copyDigest } from "../../src/data/copy.ts";
import { defaultWorkers, withGenerators } from "../../src/data/generators.ts";
import { smallDataset } from "./small-dataset.ts";
import { smallOrigin } from "./small-origin.ts";

const options = { scale: 1, seed: 1 };

/** Digest of each table, both read at the same time. */
async function digests(workers: number): Promise<string[]> {
    const dataset = smallOrigin({ loans: 30_000 });
    return withGenerators(dataset, options, { workers }, (generators) =>
        Promise.all(
            dataset.tables(options).map(async (table) => {
                const hash = createHash("sha256");
                for await (const { bytes } of generators.chunks(table)) hash.update(bytes);
                return hash.digest("hex");
            }),
        ),
    );
}

describe("withGenerators", () => {
    it.each([0, 1, 2, 3, 8])("makes the same bytes with %i threads", async (workers) => {
        const expected = smallOrigin({ loans: 30_000 })
            .tables(options)
            .map((table) => copyDigest(table));
        expect(await digests(workers)).toEqual(expected);
    });

    it("passes on what a model throws in a thread", async () => {
        const dataset = smallOrigin({ loans: 30_000, failsAt: 20_000 });
        const read = withGenerators(dataset, options, { workers: 2 }, async (generators) => {
            for (const table of dataset.tables(options)) for await (const _ of generators.chunks(table));
        });
        await expect(read).rejects.toThrow(new RangeError("no loan 20000"));
    });

    it("says so when a thread does not find the dataset", async () => {
        const dataset = {
            ...smallDataset(),
            origin: { module: new URL("small-dataset.ts", import.meta.url).href, name: "nothing" },
        };
        const read = withGenerators(dataset, options, { workers: 1 }, async (generators) => {
            for (const table of dataset.tables(options)) for await (const _ of generators.chunks(table));
        });
        await expect(read).rejects.toThrow("exports no nothing, which a dataset calls its origin");
    });

    it("begins before anybody reads, and ends though nobody does", async () => {
        const made = new SharedArrayBuffer(4);
        const dataset = smallOrigin({ loans: 300_000, failsAt: 3_000, made });
        const [loans, persons] = dataset.tables(options);
        if (loans === undefined || persons === undefined) throw new Error("two tables were expected");
        await withGenerators(dataset, options, { workers: 1 }, async (generators) => {
            generators.chunks(loans);
            // One thread makes units in the order in which they were asked for.
            for await (const _ of generators.chunks(persons));
        });
        const [loansMade = 0] = new Int32Array(made);
        expect(loansMade).toBeGreaterThan(2_000);
        expect(loansMade).toBeLessThanOrEqual(2 * 2_048);
    });

    it("does not run ahead of a slow reader", async () => {
        const made = new SharedArrayBuffer(4);
        const dataset = smallOrigin({ loans: 2_000_000, made });
        await withGenerators(dataset, options, { workers: 2 }, async (generators) => {
            const [loans] = dataset.tables(options);
            if (loans === undefined) throw new Error("there are no loans");
            for await (const { rows } of generators.chunks(loans)) {
                if (rows === 0) continue;
                // Two threads make most of the loans in the time given when nothing holds them back.
                await setTimeout(1_500);
                break;
            }
            // The unit that was taken, and two more for each thread; a unit is at most so many rows.
            expect(new Int32Array(made)[0]).toBeLessThanOrEqual(5 * 2_048);
        });
    });
});

describe("defaultWorkers", () => {
    const tables = smallDataset({ loans: 100_000 }).tables(options);

    it("is none for a dataset that threads could not find, or that is made sooner than they start", () => {
        expect(defaultWorkers(smallDataset(), tables, 4)).toBe(0);
        expect(defaultWorkers(smallOrigin({}), smallDataset().tables(options), 4)).toBe(0);
        expect(defaultWorkers(smallOrigin({}), tables, 4)).toBe(2);
    });

    it("is none where the server needs all cores, and no more than connections can use", () => {
        const counts = [1, 2, 3, 64].map((cores) => defaultWorkers(smallOrigin({}), tables, cores));
        expect(counts).toEqual([0, 0, 1, 8]);
    });
});
