import { describe, expect } from "vitest";
import { PgassayError } from "../../src/core/errors.ts";
import { silent } from "../../src/core/progress.ts";
import type { Dataset } from "../../src/data/dataset.ts";
import { enumeration, integer, text, uuid } from "../../src/data/encoders.ts";
import { Identifiers } from "../../src/data/identifier.ts";
import { loadDataset, type LoadResult } from "../../src/data/load.ts";
import { defineTable } from "../../src/data/model.ts";
import { withClient } from "../../src/server/client.ts";
import type { Database } from "../../src/server/cluster.ts";
import { databaseTest as it } from "../migrate/database-test.ts";
import { smallDataset, smallSchema } from "./small-dataset.ts";

async function sql<Row extends object>(database: Database, statement: string): Promise<Row[]> {
    return withClient(database, async (client) => (await client.query<Row>(statement)).rows);
}

const load = (database: Database, dataset: Dataset, scale = 1): Promise<LoadResult> =>
    loadDataset(database, dataset, { scale, seed: 1, progress: silent });

/** The error of a load that must fail. */
async function refusal(database: Database, dataset: Dataset): Promise<PgassayError> {
    const error: unknown = await load(database, dataset).catch((thrown: unknown) => thrown);
    if (error instanceof PgassayError) return error;
    throw new Error("the load was expected to be refused", { cause: error });
}

/** All that a load could leave behind: rows, and the standing of the foreign keys. */
async function stateOf(database: Database): Promise<unknown> {
    return sql(
        database,
        `select
             (select count(*) from person) as persons,
             (select count(*) from loan) as loans,
             (
                 select json_agg(
                     json_build_array(conname, conenforced, convalidated, condeferrable, condeferred, confdeltype)
                     order by conname
                 )
                 from pg_constraint
                 where contype = 'f'
             ) as keys`,
    );
}

describe("loadDataset", () => {
    it("fills the tables and says so", async ({ database }) => {
        await sql(database, smallSchema);
        const { tables, ms } = await load(database, smallDataset());
        expect(tables.map(({ name, rows }) => [name, rows])).toEqual([
            ["loan", 1_000],
            ["person", 100],
        ]);
        // Tables are loaded side by side, so that their times may sum up to more.
        expect(ms).toBeGreaterThan(Math.max(...tables.map((table) => table.ms)));
        expect(
            await sql(database, "select count(*)::int as loans, sum(doubled - 2 * amount) as odd from loan"),
        ).toEqual([{ loans: 1_000, odd: "0.00" }]);
    });

    it("leaves every foreign key as it stood, enforced and validated or not", async ({ database }) => {
        await sql(database, smallSchema);
        const [before] = (await stateOf(database)) as [{ keys: unknown }];
        await load(database, smallDataset());
        const [after] = (await stateOf(database)) as [{ keys: unknown }];
        expect(after.keys).toEqual(before.keys);
        await expect(sql(database, "delete from person where name = 'person 7'")).rejects.toThrow("person_friend_fkey");
    });

    it("puts each row in the same place every time", async ({ database, otherDatabase }) => {
        const places: unknown[] = [];
        for (const target of [database, otherDatabase]) {
            await sql(target, smallSchema);
            await load(target, smallDataset({ loans: 20_000 }));
            places.push(await sql(target, "select ctid::text, id from loan order by id"));
        }
        expect(places[1]).toEqual(places[0]);
    });

    it("finds the same statistics every time, of tables that ANALYZE would sample", async ({
        database,
        otherDatabase,
    }) => {
        const statistics: unknown[] = [];
        for (const target of [database, otherDatabase]) {
            await sql(target, smallSchema);
            await load(target, smallDataset({ loans: 40_000, personOf: (loan) => Math.floor(Math.sqrt(loan) / 2) }));
            statistics.push(
                await sql(
                    target,
                    "select attname, n_distinct, most_common_freqs, histogram_bounds::text, correlation from pg_stats where tablename = 'loan' order by 1",
                ),
            );
            expect(
                await sql(
                    target,
                    "select attname from pg_attribute where attrelid = 'loan'::regclass and attstattarget is not null",
                ),
            ).toEqual([]);
        }
        expect(statistics[1]).toEqual(statistics[0]);
        const bounds = await sql<{ n: number }>(
            database,
            "select cardinality(most_common_freqs) as n from pg_stats where tablename = 'loan' and attname = 'person_id'",
        );
        expect(bounds[0]?.n).toBeLessThanOrEqual(100);
    });

    it("marks every page that has rows as visible to all, so that index-only scans need not look there", async ({
        database,
    }) => {
        await sql(database, smallSchema);
        await load(database, smallDataset());
        const pages = await sql(
            database,
            `select
                 relallvisible = (select count(distinct (ctid::text::point)[0]) from loan) as visible,
                 relallfrozen = relallvisible as frozen
             from pg_class
             where relname = 'loan'`,
        );
        expect(pages).toEqual([{ visible: true, frozen: true }]);
    });

    it.for([true, false])(
        "marks them although a transaction is older that is about to end (disposable: %s)",
        async (isDisposable, { database }) => {
            await sql(database, smallSchema);
            await withClient(database, async (older) => {
                await older.query("begin; select pg_current_xact_id()");
                const progress = {
                    ...silent,
                    step: (name: string) => {
                        // Long enough for VACUUM to have been at all tables if nobody waited.
                        if (name === "wait for older transactions") setTimeout(() => void older.query("commit"), 500);
                    },
                };
                await loadDataset(database, smallDataset(), { scale: 1, seed: 1, progress, isDisposable });
                const unmarked = await sql(
                    database,
                    `select relname as table
                     from pg_class
                     where relnamespace = 'public'::regnamespace and relkind = 'r' and relallvisible < relpages`,
                );
                expect(unmarked).toEqual([]);
            });
        },
    );

    it("refuses a row that refers to nothing and leaves nothing behind", async ({ database }) => {
        await sql(database, smallSchema);
        const before = await stateOf(database);
        const error = await refusal(database, smallDataset({ personOf: (loan) => (loan === 700 ? 4_000 : 1) }));
        expect(error.kind).toBe("usage");
        expect(error.parts.tried).toBe("check foreign key loan_person_id_fkey of table loan of dataset small");
        expect(error.parts.happened).toMatch(
            /loan_person_id_fkey.*is not present in table "person".*Everything was rolled back$/,
        );
        expect(await stateOf(database)).toEqual(before);
    });

    it("refuses a row that breaks a check and names constraint and row", async ({ database }) => {
        await sql(database, smallSchema);
        const before = await stateOf(database);
        const error = await refusal(database, smallDataset({ amountOf: (loan) => (loan === 700 ? 0 : 1) }));
        expect(error.parts.tried).toBe("load table loan of dataset small");
        expect(error.parts.happened).toMatch(/amount_positive.*COPY loan, line 701/);
        expect(await stateOf(database)).toEqual(before);
    });

    it("refuses tables that have rows", async ({ database }) => {
        await sql(database, smallSchema);
        await load(database, smallDataset());
        const error = await refusal(database, smallDataset());
        expect(error.kind).toBe("usage");
        expect(error.parts.happened).toBe("there are rows already in loan, person");
        expect(error.parts.tried).toContain(database.name);
    });

    it("puts up with the rows that migrations made, and no others", async ({ database, otherDatabase }) => {
        const insert = `insert into person values (gen_random_uuid(), 'system', 'sad')`;
        const dataset = smallDataset({ migrated: [{ table: "person", column: "name", values: ["system", "root"] }] });
        await sql(database, `${smallSchema}; ${insert}`);
        await load(database, dataset);
        expect(await sql(database, "select count(*)::int as persons from person")).toEqual([{ persons: 101 }]);
        await sql(otherDatabase, `${smallSchema}; ${insert}, (gen_random_uuid(), 'stranger', 'sad')`);
        expect((await refusal(otherDatabase, dataset)).parts.happened).toBe("there are rows already in person");
    });

    it("rolls back when the connection is lost in the middle, and says what the database is like", async ({
        database,
    }) => {
        await sql(database, smallSchema);
        const before = await stateOf(database);
        let killed: Promise<unknown> | undefined;
        const dataset = smallDataset({
            loans: 300_000,
            onLoan: (loan) => {
                if (loan !== 50_000) return;
                killed = sql(
                    database,
                    "select pg_terminate_backend(pid) from pg_stat_activity where query like 'copy%'",
                );
            },
        });
        const error = await refusal(database, dataset);
        await killed;
        expect(error.kind).toBe("environment");
        expect(error.parts.happened).toMatch(/Everything was rolled back$/);
        expect(await stateOf(database)).toEqual(before);
    });

    it("rolls back when a model fails, and passes its error on", async ({ database }) => {
        await sql(database, smallSchema);
        const before = await stateOf(database);
        const dataset = smallDataset({
            onLoan: (loan) => {
                if (loan === 900) throw new RangeError("no such loan");
            },
        });
        await expect(load(database, dataset)).rejects.toThrow(new RangeError("no such loan"));
        expect(await stateOf(database)).toEqual(before);
    });

    it("reports each step and counts up to its end", async ({ database }) => {
        await sql(database, smallSchema);
        const reports: string[] = [];
        const progress = {
            step: (name: string): void => void reports.push(name),
            advance: (done: number, total: number, unit: string): void =>
                void (done === total && reports.push(`${total} ${unit}`)),
        };
        await loadDataset(database, smallDataset(), { scale: 1, seed: 1, progress });
        expect([...new Set(reports)]).toEqual([
            "load 2 tables",
            "1100 row",
            "build indexes",
            "check foreign keys",
            "2 foreign key",
            "wait for older transactions",
            "vacuum and analyze",
            "2 table",
        ]);
    });
});

describe("a model that does not fit its table", () => {
    it("is refused before any row is sent, with everything that is wrong", async ({ database }) => {
        await sql(database, smallSchema);
        const ids = new Identifiers(1, "person");
        const persons = defineTable({
            name: "person",
            rows: 1,
            facts: (row) => ({ row }),
            columns: (column) => ({
                id: column.orNull(uuid, ({ row }) => ids.of(row, 0)),
                mood: column.of(enumeration(["sad", "furious"]), () => "sad" as const),
                born: column.of(integer, () => 7),
                size: column.of(text, () => "tall"),
            }),
        });
        const error = await refusal(database, smallDataset({ persons }));
        expect(error.kind).toBe("usage");
        expect(error.parts.happened).toBe(
            "its models do not fit the database: " +
                [
                    "person.id is not null, the model may leave it null",
                    "person.mood of type mood has no label furious",
                    "person.born is of type timestamptz, the model writes int4",
                    "there is no column person.size",
                    "person.name needs a value and the model has none",
                ].join("; "),
        );
    });

    it("is refused when the table does not exist or the column is generated", async ({ database }) => {
        await sql(
            database,
            smallSchema
                .replace("amount numeric(8, 2)", "size numeric")
                .replace("amount * 2", "size * 2")
                .replace("amount > 0", "size > 0")
                .replace("doubled", "amount")
                .replace("create table person", "create table human")
                .replaceAll("references person", "references human"),
        );
        expect((await refusal(database, smallDataset())).parts.happened).toMatch(
            /loan\.amount is generated and takes no value.*there is no table person$/,
        );
    });

    it("is accepted when the table has more columns than the model, as long as they have defaults", async ({
        database,
    }) => {
        await sql(database, `${smallSchema}; alter table loan add note text, add rate integer not null default 3`);
        await load(database, smallDataset());
        expect(await sql(database, "select distinct rate, note from loan")).toEqual([{ rate: 3, note: null }]);
    });

    it("is accepted with a domain over the type it writes", async ({ database }) => {
        await sql(
            database,
            `create domain title as varchar(20); ${smallSchema.replace("name varchar(20)", "name title")}`,
        );
        await load(database, smallDataset());
    });
});
