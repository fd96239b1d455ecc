import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect } from "vitest";
import { compareText } from "../../src/core/finding.ts";
import { silent } from "../../src/core/progress.ts";
import type { BoundCase } from "../../src/core/query.ts";
import { settleDatabase } from "../../src/data/settle-database.ts";
import { modelCases } from "../../src/plan/model-cases.ts";
import { withClient } from "../../src/server/client.ts";
import type { Recipe } from "../../src/server/cluster.ts";
import { readCapture, writeCapture } from "../../src/statistics/capture-files.ts";
import { combineFigures, type Capture } from "../../src/statistics/capture.ts";
import { qualifiedName, type TableFigures } from "../../src/statistics/figures.ts";
import { withModelledDatabase } from "../../src/statistics/modelled-database.ts";
import { readFigures } from "../../src/statistics/read-figures.ts";
import { scaleFigures } from "../../src/statistics/scale-figures.ts";
import { databaseTest } from "../migrate/database-test.ts";
import { queryOf } from "../plan/query-of.ts";

/** Partitions in two levels with indexes on the whole, keys that soon run out, a table that nobody ever filled, odd names on a search path of the database's own. */
const schema = `
    create table reading (
        at timestamptz not null, sensor int not null, words text[] not null, primary key (sensor, at)
    ) partition by range (at);
    create table reading_old partition of reading for values from (minvalue) to ('2025-02-01');
    create table reading_new partition of reading for values from ('2025-02-01') to (maxvalue)
        partition by hash (sensor);
    create table reading_new_0 partition of reading_new for values with (modulus 2, remainder 0);
    create table reading_new_1 partition of reading_new for values with (modulus 2, remainder 1);
    create index on reading using gin (words);
    create table ticket (number smallint primary key, price numeric(5, 2) not null, "At/Night.." boolean not null);
    create table complaint (id int primary key, ticket smallint references ticket, said text);
    create index on complaint (ticket);
    create schema "a.b";
    create table "a.b"."../c" ("d.e" int primary key, half int not null);
    create statistics "a.b"."C.d" on "d.e", half from "a.b"."../c";
    do $$ begin execute format('alter database %I set search_path = "a.b", public', current_database()); end $$;`;

function rowsAt(scale: number): string {
    return `
        insert into reading
        select timestamptz '2025-01-01' + n * interval '1 minute', n % 50, array['w' || n % 9, 'v' || n % 100]
        from generate_series(1, ${100_000 * scale}) as n;
        insert into ticket select n, n / 10.0, n % 2 = 0 from generate_series(1, ${5000 * scale}) as n;
        insert into "a.b"."../c" select n, n / 2 from generate_series(1, ${1000 * scale}) as n;`;
}

const schemaRecipe: Recipe = {
    name: "any-table",
    inputs: [schema],
    build: (database) => withClient(database, async (client) => void (await client.query(schema))),
};

function loadedAt(scale: number): Recipe {
    const rows = rowsAt(scale);
    return {
        name: "any-table-rows",
        inputs: [rows],
        base: schemaRecipe,
        async build(database) {
            await withClient(database, (client) => client.query(rows));
            await settleDatabase(database, silent);
        },
    };
}

const cases = [
    "select count(*) from reading where sensor = 7 and at > '2025-03-01'",
    "select at from reading where sensor = 7 order by at desc limit 10",
    "select at from reading where words @> '{v33}'",
    "select price from ticket where number = 4900",
    "select c.said from ticket as t join complaint as c on c.ticket = t.number where t.number < 50",
    'select "d.e" from "../c" where "d.e" > 900',
    'select "d.e", half, count(*) from "../c" group by "d.e", half',
].map((text, i): BoundCase => {
    const query = queryOf(text, { id: `any/query_${i}` });
    return { query, case: query.cases[0], values: [] };
});

const test = databaseTest.extend<{ capture: Capture; directory: string }>({
    capture: async ({ cluster }, use) => {
        const scales = { low: 0.2, high: 1 };
        const figuresAt = async (scale: number): Promise<TableFigures[]> =>
            cluster.withClone(await cluster.ensureTemplate(loadedAt(scale), silent), (database) =>
                readFigures(database, []),
            );
        await use({
            dataset: { name: "any", seed: 1, digest: "" },
            scales,
            server: 18,
            values: {},
            tables: combineFigures(await figuresAt(scales.low), await figuresAt(scales.high), scales),
        });
    },
    directory: async ({}, use) => {
        const directory = await mkdtemp(join(tmpdir(), "any-table-"));
        await use(directory);
        await rm(directory, { recursive: true });
    },
});

describe("statistics of any table", () => {
    test("are written and read back, whatever it is called", async ({ capture, directory }) => {
        const { written } = await writeCapture(directory, capture);
        expect(written).toEqual([
            "a%2Eb.%2E%2E%2Fc.json",
            "origin.json",
            "public.complaint.json",
            "public.reading.json",
            "public.reading_new.json",
            "public.reading_new_0.json",
            "public.reading_new_1.json",
            "public.reading_old.json",
            "public.ticket.json",
        ]);
        const { tables } = await readCapture(directory);
        const inOrder = (all: Capture["tables"]): Capture["tables"] =>
            all.toSorted((a, b) => compareText(qualifiedName(a.figures), qualifiedName(b.figures)));
        expect(inOrder(tables)).toEqual(inOrder(capture.tables));
    });

    test("make the plans of the loaded rows", async ({ cluster, capture }) => {
        const loaded = await cluster.withClone(await cluster.ensureTemplate(loadedAt(1), silent), (database) =>
            modelCases(database, cases, 1),
        );
        const figures = scaleFigures(capture.tables, 1, new Set());
        const modelled = await withModelledDatabase(cluster, schemaRecipe, figures, silent, (database) =>
            modelCases(database, cases, 1),
        );
        expect(modelled.map(({ tree, rows }) => [tree, rows])).toEqual(loaded.map(({ tree, rows }) => [tree, rows]));
        // Indexes of the partitions, and a table of which nothing is known, which is taken to have ten pages.
        expect(modelled[1]?.tree.join()).toContain("Index Only Scan Backward using reading_pkey on reading");
        expect(modelled[2]?.tree.join()).toContain("Bitmap Index Scan using reading_words_idx");
        expect(modelled[4]?.rows).toBeGreaterThan(1);
    });

    test("make plans at sizes that its keys have no numbers for", async ({ cluster, capture }) => {
        const figures = scaleFigures(capture.tables, 100_000, new Set());
        const plans = await withModelledDatabase(cluster, schemaRecipe, figures, silent, (database) =>
            modelCases(database, cases, 100_000),
        );
        expect(plans[3]?.tree).toEqual([expect.stringContaining("Index Scan using ticket_pkey on ticket")]);
    });
});
