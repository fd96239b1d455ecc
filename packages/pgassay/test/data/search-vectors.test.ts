import fc from "fast-check";
import { createHash } from "node:crypto";
import { describe, expect } from "vitest";
import { silent } from "../../src/core/progress.ts";
import { copyTable } from "../../src/data/copy-in.ts";
import type { Dataset } from "../../src/data/dataset.ts";
import { withGenerators } from "../../src/data/generators.ts";
import { withLexemes } from "../../src/data/lexemes.ts";
import { loadDataset } from "../../src/data/load.ts";
import { integer, text } from "../../src/data/encoders.ts";
import { defineTable } from "../../src/data/model.ts";
import { withClient } from "../../src/server/client.ts";
import type { Database } from "../../src/server/cluster.ts";
import { databaseTest as it } from "../migrate/database-test.ts";
import { notesOrigin, notesSchema, type Note, notesDataset } from "./notes-origin.ts";

const options = { scale: 1, seed: 1 };

async function ask<Row extends object>(database: Database, sql: string): Promise<Row[]> {
    return withClient(database, async (client) => (await client.query<Row>(sql)).rows);
}

const load = (database: Database, dataset: Dataset, isDisposable = false): Promise<unknown> =>
    loadDataset(database, dataset, { ...options, progress: silent, isDisposable });

/** What is hard about text: everything that the parser knows, cut and put together at will. */
const token = fc.oneof(
    fc.constantFrom(
        ..."the The running rats up-to-date foo-bar-Baz e-mail don't 3 -12 4,5 1.000.000 -1e-5 v1.2.3 ERR-4312.".split(
            " ",
        ),
        ..."a@b.example <b> </b> <br/> <a href='x y'> <script> </script> <!-- --> < > &amp; &#160; & ; :".split(" "),
        ..."https://x.example/a/b?c=d#e x.example www.x.example:80/y /usr/lib/ ./a ~/b .c ../d C:\\e %41 100% $5".split(
            " ",
        ),
        ..."Müller naïve ﬁn ΑΒΓ привет 日本語 — „so“ 😀 e\u0301 \u0301e \u00a0 a\tb a\nb \u0001 x_y __ -- - + += ' '' \" \\ |".split(
            " ",
        ),
        "",
        "w".repeat(2_100),
    ),
    fc.string({
        unit: fc.constantFrom(...Array.from("aZ09é-_./@:<>&;~+%'\"\\#?=,!\t\n\u00a0\u0301")),
        minLength: 1,
        maxLength: 8,
    }),
    fc.string({ unit: "binary", minLength: 1, maxLength: 4 }).filter((value) => !value.includes("\0")),
);
const line = fc.oneof(
    fc.constant(null),
    fc.array(token, { maxLength: 12 }).map((tokens) => tokens.join(" ")),
    fc.array(token, { maxLength: 4 }).map((tokens) => tokens.join("")),
);

/** Loads texts with their vectors, and says which of them PostgreSQL makes another vector of. */
async function differing(database: Database, config: string, notes: readonly Note[]): Promise<Note[]> {
    const [table] = notesDataset(notes, config).tables(options);
    if (table === undefined) throw new Error("one table was expected");
    await ask(database, `drop table if exists note; ${notesSchema(config)}; drop trigger _200_words on note`);
    await withLexemes(database, [table], (vectors) =>
        withGenerators(notesDataset(notes, config), options, { workers: 0, vectors }, (generators) =>
            withClient(database, (client) =>
                copyTable(client, table, generators.chunks(table), new AbortController().signal, () => {}),
            ),
        ),
    );
    const rows = await ask<{ number: number; same: boolean }>(
        database,
        `select number, tsvectorsend(words) = tsvectorsend(words_of('${config}', title, body, remark)) as same
         from note
         order by number`,
    );
    expect(rows.map(({ number }) => number)).toEqual(notes.map((_, number) => number));
    return rows.flatMap(({ number, same }) => (same ? [] : [notes[number] ?? []])) as Note[];
}

describe("search vectors of a model", () => {
    it.for(["pg_catalog.english", "simple", "pg_catalog.german"])(
        "are to the byte what the server makes of whatever text, with %s",
        async (config, { database }) => {
            await fc.assert(
                fc.asyncProperty(
                    fc.array(fc.tuple(line, line, line), { minLength: 1, maxLength: 60 }),
                    async (notes) => {
                        expect(await differing(database, config, notes)).toEqual([]);
                    },
                ),
                { numRuns: 15 },
            );
        },
    );

    it("end where PostgreSQL counts no further", async ({ database }) => {
        const often = "over and ".repeat(200);
        const numbers = Array.from({ length: 16_500 }, (_, number) => `n${number % 5_000}`).join(" ");
        const notes: Note[] = [
            [often, often, often],
            [often + often, "over", often],
            [`start ${"over ".repeat(300)}`, "start over", "over end"],
            [numbers, "n1 the end", "n2 n1"],
            ["the end", `${numbers} <b c>`, "n16 n17"],
            [`${"the ".repeat(16_400)}end`, "then end", "end"],
        ];
        expect(await differing(database, "pg_catalog.english", notes)).toEqual([]);
    });

    it("are right when there are more words than are remembered", async ({ database }) => {
        const notes = Array.from({ length: 2_600 }, (_, row): Note => {
            const words = Array.from({ length: 60 }, (__, word) => `w${row}x${word}`);
            return ["again and", words.join(" "), null];
        });
        expect(await differing(database, "simple", notes)).toEqual([]);
    });

    it("are the same bytes whoever makes the rows", async ({ database }) => {
        const dataset = notesOrigin({ rows: 6_000 });
        const tables = dataset.tables(options);
        const digests: string[] = [];
        for (const workers of [0, 1, 3]) {
            const hash = createHash("sha256");
            await withLexemes(database, tables, (vectors) =>
                withGenerators(dataset, options, { workers, vectors }, async (generators) => {
                    for (const table of tables)
                        for await (const { bytes } of generators.chunks(table)) hash.update(bytes);
                }),
            );
            digests.push(hash.digest("hex"));
        }
        expect(new Set(digests).size).toBe(1);
    });

    it("tell a thread's reader why the server did not answer", async ({ database }) => {
        const dataset = notesOrigin({ rows: 6_000, config: "no_such_configuration" });
        const tables = dataset.tables(options);
        const read = withLexemes(database, tables, (vectors) =>
            withGenerators(dataset, options, { workers: 1, vectors }, async (generators) => {
                for (const table of tables) for await (const _ of generators.chunks(table));
            }),
        );
        await expect(read).rejects.toThrow('text search configuration "no_such_configuration" does not exist');
    });

    it("are refused where a model names no text, or the table has no such column", async ({ database }) => {
        const define = (name: string) =>
            defineTable({
                name: "note",
                rows: 1,
                facts: (row) => row,
                columns: (column) => ({
                    number: column.of(integer, (row) => row),
                    title: column.of(text, () => "a title"),
                }),
                searchVectors: { [name]: { config: "simple", weights: { [name]: "A" } } },
            });
        expect(() => define("number")).toThrow(
            "search vector note.number is made of number, which is no column of text",
        );
        await ask(database, "create table note (number integer primary key, title text)");
        await expect(load(database, { ...notesDataset([]), tables: () => [define("title")] })).rejects.toThrow(
            "note.title is of type text, the model writes tsvector",
        );
    });

    it("are refused with a configuration that drops words it does not know", async ({ database }) => {
        await ask(
            database,
            `create text search configuration deaf (parser = "default");
             ${notesSchema("deaf")}`,
        );
        await expect(load(database, notesDataset([["a", "b", "c"]], "deaf"))).rejects.toThrow(
            "it leaves out words that it does not know",
        );
    });
});

describe("a load with search vectors", () => {
    const notes = Array.from({ length: 900 }, (_, row): Note => [
        row % 7 === 0 ? null : `The ${row}. running note`,
        `Mind the gap-${row % 50} at https://x.example/${row % 3}`,
        row % 2 === 0 ? null : "<b>see</b> also",
    ]);

    it.for([true, false])(
        "puts the same rows in the same places as its trigger does (disposable: %s)",
        async (isDisposable, { database, otherDatabase }) => {
            const all = "select ctid::text, number, title, body, remark, words::text from note order by ctid";
            for (const each of [database, otherDatabase]) await ask(each, notesSchema());
            await load(database, notesDataset(notes), isDisposable);
            const fired: Dataset = {
                ...notesDataset(notes),
                suspendedTriggers: [],
                tables: (given) =>
                    notesDataset(notes)
                        .tables(given)
                        .map((table) => ({ ...table, searchVectors: {} })),
            };
            await load(otherDatabase, fired, isDisposable);
            const rows = await ask(database, all);
            expect(rows).toHaveLength(900);
            expect(rows).toEqual(await ask(otherDatabase, all));
        },
    );

    it("is refused when the model knows another configuration than the trigger", async ({ database }) => {
        await ask(database, notesSchema("pg_catalog.english"));
        await expect(load(database, notesDataset(notes, "simple"))).rejects.toThrow(
            "_200_words would have made something else of words in the row with key 0",
        );
        expect(await ask(database, "select from note")).toEqual([]);
    });
});
