import { describe, expect } from "vitest";
import { silent } from "../../src/core/progress.ts";
import type { Dataset } from "../../src/data/dataset.ts";
import { integer } from "../../src/data/encoders.ts";
import { loadDataset } from "../../src/data/load.ts";
import { defineTable } from "../../src/data/model.ts";
import { withClient } from "../../src/server/client.ts";
import type { Database } from "../../src/server/cluster.ts";
import { databaseTest as it } from "../migrate/database-test.ts";

/** A table whose triggers leave a row in `trace` each. */
const schema = `
    create table item (number integer primary key);
    create table trace (name text);
    create function leave_trace() returns trigger language plpgsql as
        'begin insert into trace values (tg_name); return null; end';
    create trigger _100_stamp after insert on item for each statement execute function leave_trace();
    create trigger _200_audit after insert on item for each statement execute function leave_trace();
    create trigger _300_always after insert on item for each statement execute function leave_trace();
    alter table item enable always trigger _300_always;
    create trigger _400_off after insert on item for each statement execute function leave_trace();
    alter table item disable trigger _400_off`;

/** Three rows; with a number for all of them, which the table refuses. */
function items(suspendedTriggers: readonly string[], number?: number): Dataset {
    return {
        name: "items",
        sources: [],
        migrated: [],
        suspendedTriggers,
        tables: () => [
            defineTable({
                name: "item",
                rows: 3,
                facts: (row) => row,
                columns: (column) => ({ number: column.of(integer, (row) => number ?? row) }),
            }),
        ],
    };
}

const load = (database: Database, dataset: Dataset): Promise<unknown> =>
    loadDataset(database, dataset, { scale: 1, seed: 1, progress: silent });

async function run(database: Database, sql: string): Promise<void> {
    await withClient(database, async (client) => client.query(sql));
}

async function ask(database: Database, sql: string): Promise<unknown[]> {
    return withClient(database, async (client) => {
        const { rows } = await client.query<{ answer: unknown }>(sql);
        return rows.map(({ answer }) => answer);
    });
}

const standing = "select concat(tgname, ' ', tgenabled) as answer from pg_trigger order by tgname";
const asCreated = ["_100_stamp O", "_200_audit O", "_300_always A", "_400_off D"];

describe("a dataset that suspends triggers", () => {
    it("fires all others, and leaves each as it stood", async ({ database }) => {
        await run(database, schema);
        await load(database, items(["_200_audit", "_300_always", "_400_off"]));
        expect(await ask(database, "select name as answer from trace order by name")).toEqual(["_100_stamp"]);
        expect(await ask(database, standing)).toEqual(asCreated);
        await run(database, "insert into item values (99)");
        expect(await ask(database, "select name as answer from trace order by name offset 1")).toEqual([
            "_100_stamp",
            "_200_audit",
            "_300_always",
        ]);
    });

    it("makes a trigger again as it was, and keeps one that is more than its definition", async ({ database }) => {
        await run(
            database,
            `${schema};
             comment on trigger _200_audit on item is 'Who''s who';
             create trigger _500_rows after insert on item referencing new table as added
                 for each statement execute function leave_trace();
             create constraint trigger _600_deferred after insert on item deferrable initially deferred
                 for each row when (new.number > 1) execute function leave_trace()`,
        );
        const described = `
            select concat_ws(' ', pg_get_triggerdef(oid), tgenabled, obj_description(oid, 'pg_trigger')) as answer
            from pg_trigger
            order by tgname`;
        const constraint = "select oid::text as answer from pg_trigger where tgname = '_600_deferred'";
        const [before, kept] = [await ask(database, described), await ask(database, constraint)];
        await load(database, items(["_100_stamp", "_200_audit", "_300_always", "_500_rows", "_600_deferred"]));
        expect(await ask(database, described)).toEqual(before);
        expect(await ask(database, constraint)).toEqual(kept);
        expect(await ask(database, "select name as answer from trace")).toEqual([]);
    });

    it("leaves each as it stood when the load fails", async ({ database }) => {
        await run(database, schema);
        await expect(load(database, items(["_200_audit"], 7))).rejects.toThrow("load table item");
        expect(await ask(database, standing)).toEqual(asCreated);
    });

    it("is refused when no table has one of them", async ({ database }) => {
        await run(database, schema);
        await expect(load(database, items(["_200_audit", "_200_adit"]))).rejects.toThrow(
            "it suspends _200_adit, a trigger that none of its tables has",
        );
    });
});

describe("what a suspended trigger would have done", () => {
    const double = `
        create table item (number integer primary key, doubled integer);
        create table trace (name text);
        create function double() returns trigger language plpgsql as
            'begin
                if new.number < 0 then raise exception ''too small''; end if;
                new.doubled := 2 * new.number;
                insert into trace values (tg_table_name);
                return new;
            end';
        create trigger _100_double before insert on item for each row execute function double()`;

    /** Three rows from `first` on, with or without the column that the trigger would fill. */
    function doubled(first: number, factor: number | null): Dataset {
        return {
            ...items(["_100_double"]),
            tables: () => [
                defineTable({
                    name: "item",
                    rows: 3,
                    facts: (row) => row + first,
                    columns: (column) => ({
                        number: column.of(integer, (number) => number),
                        doubled: column.orNull(integer, (number) => (factor === null ? null : factor * number)),
                    }),
                }),
            ],
        };
    }

    it.for([true, false])(
        "is proved on a sample to be in the rows (disposable: %s)",
        async (isDisposable, { database }) => {
            await run(database, double);
            await loadDataset(database, doubled(0, 2), { scale: 1, seed: 1, progress: silent, isDisposable });
            expect(await ask(database, "select doubled as answer from item order by 1")).toEqual([0, 2, 4]);
            // The proof leaves nothing behind.
            expect(await ask(database, "select name as answer from trace")).toEqual([]);
            expect(await ask(database, "select relname as answer from pg_class where relname = 'item'")).toEqual([
                "item",
            ]);
        },
    );

    it.for([3, null])(
        "is missed with table, column and row when it is not (factor %s)",
        async (factor, { database }) => {
            await run(database, double);
            await expect(load(database, doubled(1, factor))).rejects.toThrow(
                "_100_double would have made something else of doubled in the row with key 1",
            );
            expect(await ask(database, "select 1 as answer from item")).toEqual([]);
        },
    );

    it("is missed when it would have been a refusal", async ({ database }) => {
        await run(database, double);
        await expect(load(database, doubled(-2, 2))).rejects.toThrow("too small");
    });
});
