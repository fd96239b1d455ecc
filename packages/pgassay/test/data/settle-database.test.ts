import { describe, expect } from "vitest";
import { autofillRecipe } from "../../src/autofill/autofill-recipe.ts";
import { silent } from "../../src/core/progress.ts";
import { settleDatabase } from "../../src/data/settle-database.ts";
import { vacuumAndAnalyze } from "../../src/data/vacuum.ts";
import { withClient } from "../../src/server/client.ts";
import type { Database, Recipe } from "../../src/server/cluster.ts";
import { databaseTest as test } from "../migrate/database-test.ts";

/** A table that its migration fills, one that rows are made up for, and what views make of both. */
const schema = `
    create table country (code text primary key, name text not null);
    insert into country select 'c' || n, 'Country ' || n from generate_series(1, 500) as n;
    create table visit (at timestamptz not null, page int not null) partition by range (at);
    create table visit_all partition of visit default;
    insert into visit select timestamptz '2025-01-01' + n * interval '1 minute', n % 7 from generate_series(1, 3000) as n;
    create table person (id int primary key, country text not null references country);
    create table never_filled (id int);
    create materialized view people as select country, count(*) as people from person group by country;
    create materialized view crowded as select country from people where people > 1 with no data;`;

const schemaRecipe: Recipe = {
    name: "settled",
    inputs: [schema],
    build: (database) => withClient(database, async (client) => void (await client.query(schema))),
};

async function valuesOf(database: Database, sql: string): Promise<unknown[]> {
    return withClient(database, async (client) => (await client.query({ text: sql, rowMode: "array" })).rows.flat());
}

const analyzed = `
    select c.relname from pg_class as c
    where c.relnamespace = 'public'::regnamespace and exists (select from pg_statistic where starelid = c.oid)
    order by 1`;

describe("a database with rows", () => {
    test("has statistics of all of them, and views of all of them", async ({ cluster }) => {
        const recipe = await autofillRecipe(schemaRecipe, { scale: 0.1, seed: 1 }, []);
        await cluster.withClone(await cluster.ensureTemplate(recipe, silent), async (database) => {
            const names = await valuesOf(database, analyzed);
            expect(names).toEqual(expect.arrayContaining(["country", "crowded", "people", "person", "visit"]));
            expect(names).toContain("visit_all");
            expect(await valuesOf(database, "select sum(people)::int from people")).toEqual([1000]);
            expect(await valuesOf(database, "select count(*) > 0 from crowded")).toEqual([true]);
            expect(
                await valuesOf(database, "select relallvisible = relpages from pg_class where relname = 'country'"),
            ).toEqual([true]);
        });
    });

    test("keeps what it knows, and tables without rows stay unknown", async ({ database }) => {
        await withClient(database, async (client) => {
            await client.query("create table empty_one (id int); create table known (id int)");
            await client.query(
                "insert into known select generate_series(1, 100); analyze known; insert into known values (1)",
            );
        });
        await settleDatabase(database, silent);
        expect(
            await valuesOf(
                database,
                "select reltuples::int from pg_class where relname in ('empty_one', 'known') order by relname",
            ),
        ).toEqual([-1, 100]);
    });

    test("with a view that cannot be refreshed is refused, by its name", async ({ database }) => {
        await withClient(database, async (client) => {
            await client.query(`
                create table one (x int);
                create materialized view shares as select 1 / x as share from one;
                insert into one values (0)`);
        });
        await expect(settleDatabase(database, silent)).rejects.toThrow(
            /could not refresh the materialized view public\.shares[^]*division by zero/,
        );
    });
});

describe("statistics of a table without a key", () => {
    test("are of all its rows, and so the same each time", async ({ database }) => {
        await withClient(database, async (client) => {
            await client.query(`
                create table event (kind int, at timestamptz);
                insert into event
                select n * 7919 % 1009, timestamptz '2025-01-01' + n * interval '1 minute'
                from generate_series(1, 60000) as n`);
            const look = async (): Promise<unknown> => {
                await vacuumAndAnalyze(client, "event", 60_000);
                const { rows } = await client.query(
                    "select * from pg_stats where tablename = 'event' order by attname",
                );
                return rows;
            };
            expect(await look()).toEqual(await look());
        });
    });
});
