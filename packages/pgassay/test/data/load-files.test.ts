import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect } from "vitest";
import { silent } from "../../src/core/progress.ts";
import { copyChunks } from "../../src/data/copy.ts";
import { datasetInputs, type Dataset, type TableFile } from "../../src/data/dataset.ts";
import { loadDataset, type LoadResult } from "../../src/data/load.ts";
import { withClient } from "../../src/server/client.ts";
import type { Database } from "../../src/server/cluster.ts";
import { databaseTest } from "../migrate/database-test.ts";
import { smallDataset, smallSchema } from "./small-dataset.ts";

const it = databaseTest.extend<{ directory: string }>({
    directory: async ({}, use) => {
        const directory = await mkdtemp(join(tmpdir(), "pgassay-files-"));
        await use(directory);
        await rm(directory, { recursive: true });
    },
});

const options = { scale: 1, seed: 1 };

/** Loans by a model, persons from a file. */
function withPersonsFrom(file: Omit<TableFile, "table">): Dataset {
    const dataset = smallDataset();
    return {
        ...dataset,
        files: [{ table: "person", ...file }],
        tables: (given) => dataset.tables(given).filter(({ name }) => name === "loan"),
    };
}

const load = (database: Database, dataset: Dataset): Promise<LoadResult> =>
    loadDataset(database, dataset, { ...options, progress: silent });

/** The persons as a binary file, which the loans refer to. */
async function binaryFile(directory: string): Promise<string> {
    const persons = smallDataset().tables(options)[1];
    if (persons === undefined) throw new Error("there are no persons");
    const path = join(directory, "persons.bin");
    await writeFile(path, Buffer.concat([...copyChunks(persons)].map(({ bytes }) => bytes)));
    return path;
}

describe("a table from a file", () => {
    it("is loaded as COPY reads it, and its keys are checked with all others", async ({ database, directory }) => {
        await withClient(database, (client) => client.query(smallSchema));
        const columns = ["id", "name", "mood", "friend", "born"];
        const path = await binaryFile(directory);
        const { tables } = await load(database, withPersonsFrom({ path, format: "binary", columns }));
        expect(tables.map(({ name, rows }) => [name, rows])).toEqual([
            ["loan", 1_000],
            ["person", 100],
        ]);
    });

    it("may be CSV, with a header and some of the columns", async ({ database, directory }) => {
        const path = join(directory, "persons.csv");
        await writeFile(path, 'mood,name,id\nsad,"Ann, B.",00000000-0000-0000-0000-000000000001\n');
        await withClient(database, (client) => client.query(smallSchema));
        const file = { path, format: "csv", hasHeader: true, columns: ["mood", "name", "id"] } as const;
        await load(database, { ...withPersonsFrom(file), tables: () => [] });
        await withClient(database, async (client) => {
            const { rows } = await client.query("select name, mood from person");
            expect(rows).toEqual([{ name: "Ann, B.", mood: "sad" }]);
        });
    });

    it("is refused with file and line when it does not fit, and nothing is left", async ({ database, directory }) => {
        const path = join(directory, "persons.csv");
        await writeFile(path, "00000000-0000-0000-0000-000000000001,Ann,furious,,2025-01-01\n");
        await withClient(database, (client) => client.query(smallSchema));
        await expect(load(database, withPersonsFrom({ path, format: "csv" }))).rejects.toThrow(
            /persons\.csv.*invalid input value for enum mood: "furious".*COPY person, line 1/s,
        );
        await withClient(database, async (client) => {
            expect((await client.query("select from loan")).rowCount).toBe(0);
        });
    });

    it("decides with its content whether what was loaded can be kept", async ({ directory }) => {
        const path = join(directory, "persons.csv");
        const dataset = withPersonsFrom({ path, format: "csv" });
        await writeFile(path, "1");
        const inputs = await datasetInputs(dataset, options);
        await writeFile(path, "2");
        expect(await datasetInputs(dataset, options)).not.toEqual(inputs);
    });
});
