import { createWriteStream } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createJiti } from "jiti";
import { to as copyTo } from "pg-copy-streams";
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

    const id = "00000000-0000-0000-0000-000000000001";
    const named = { format: "csv", hasHeader: true, columns: ["id", "name", "mood"] } as const;

    it.for([
        {
            what: "a value that the schema refuses",
            content: `${id},Ann,furious,,2025-01-01\n`,
            how: { format: "csv" },
            says: /invalid input value for enum mood: "furious".*COPY person, line 1, column mood/s,
        },
        {
            what: "a short row",
            content: `id,name,mood\n${id},Ann,sad\n${id.replace("1", "2")},Ben\n`,
            how: named,
            says: /missing data for column "mood".*COPY person, line 3/s,
        },
        {
            what: "a long row",
            content: `${id}\tAnn\tsad\tmore\n`,
            how: { format: "text", columns: ["id", "name", "mood"] },
            says: /extra data after last expected column.*COPY person, line 1/s,
        },
        {
            what: "other columns than the header says",
            content: `id,mood,name\n${id},sad,Ann\n`,
            how: named,
            says: /column name mismatch in header line field 2: got "mood", expected "name".*COPY person, line 1/s,
        },
        {
            what: "another encoding",
            content: Buffer.from(`id,name,mood\n${id},Zoë,glad\n`, "latin1"),
            how: named,
            says: /invalid byte sequence for encoding "UTF8".*COPY person, line 2/s,
        },
        {
            what: "another format",
            content: "id,name\n",
            how: { format: "binary" },
            says: /COPY file signature not recognized/,
        },
    ] as const)(
        "is refused with file and line for $what, and nothing is left",
        async (bad, { database, directory }) => {
            const path = join(directory, "persons");
            await writeFile(path, bad.content);
            await withClient(database, (client) => client.query(smallSchema));
            const error: unknown = await load(database, withPersonsFrom({ path, ...bad.how })).catch(
                (thrown: unknown) => thrown,
            );
            expect(error).toMatchObject({
                kind: "usage",
                parts: {
                    tried: `load table person from ${path} of dataset small`,
                    happened: expect.stringMatching(bad.says),
                    remedy: expect.stringContaining("correct the file"),
                },
            });
            await withClient(database, async (client) => {
                expect((await client.query("select from loan")).rowCount).toBe(0);
            });
        },
    );

    it("is missed by its name before anything is done", async ({ database, directory }) => {
        const dataset = withPersonsFrom({ path: join(directory, "nobody.csv"), format: "csv" });
        const missed = {
            kind: "usage",
            parts: {
                tried: "read the file of table person of dataset small",
                happened: expect.stringContaining("nobody.csv"),
            },
        };
        // Not even the schema is there yet.
        await expect(load(database, dataset)).rejects.toMatchObject(missed);
        await expect(datasetInputs(dataset, options)).rejects.toMatchObject(missed);
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

const page = new URL("../../../../docs/config.md", import.meta.url);

it("is what docs/config.md shows", async ({ database, directory }) => {
    const example = /^## Rows of your own$[^]*?^```ts\n([^]*?)^```/m.exec(await readFile(page, "utf8"))?.[1] ?? "";
    expect(example).toContain('"/data/members.csv"');
    await writeFile(join(directory, "library.ts"), example.replaceAll("/data/", `${directory}/`));
    // What it compiles would stay in the temporary directory.
    const jiti = createJiti(import.meta.url, { fsCache: false });
    const { library } = await jiti.import<{ library: Dataset }>(join(directory, "library.ts"));
    await writeFile(join(directory, "members.csv"), "id,name\n1,Ann\n2,Ben\n");
    await withClient(database, async (client) => {
        await client.query("create table members (id integer primary key, name text not null)");
        await client.query("create table loans (id integer primary key, member_id integer references members)");
        const loans = client.query(copyTo("copy (values (7, 2), (8, 1)) to stdout (format binary)"));
        await pipeline(loans, createWriteStream(join(directory, "loans.bin")));
    });
    const { tables } = await load(database, library);
    expect(tables.map(({ name, rows }) => [name, rows])).toEqual([
        ["members", 2],
        ["loans", 2],
    ]);
});
