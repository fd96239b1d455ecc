import { describe, expect } from "vitest";
import { silent } from "../../src/core/progress.ts";
import { recreatedKeys, enforcedForeignKeys } from "../../src/data/foreign-keys.ts";
import type { Dataset } from "../../src/data/dataset.ts";
import { loadDataset } from "../../src/data/load.ts";
import { dumpSchema } from "../../src/migrate/pg-dump.ts";
import { withClient } from "../../src/server/client.ts";
import type { Database } from "../../src/server/cluster.ts";
import { databaseTest as it } from "../migrate/database-test.ts";
import { smallDataset, smallSchema } from "./small-dataset.ts";

/** Indexes with everything on them that a statement of their own sets. */
const indexes = `
    create index loan_amount_idx on loan (amount desc nulls last) include (lender) with (fillfactor = 70) where amount > 3;
    comment on index loan_amount_idx is 'It''s the large ones.';
    create unique index loan_id_person_id_key on loan (id, person_id);
    alter table loan replica identity using index loan_id_person_id_key;
    create index "person ""Name""_idx" on person (lower(name), born);
    alter index "person ""Name""_idx" alter column 1 set statistics 321;
    alter table person cluster on "person ""Name""_idx";
    alter table loan add constraint loan_id_key unique (id, lender);
    create table pledge (loan uuid, person uuid, foreign key (loan, person) references loan (id, person_id));
    comment on constraint loan_person_id_fkey on loan is 'Who owes.';
    comment on constraint person_friend_fkey on person is 'A friend.'`;

async function run(database: Database, sql: string): Promise<void> {
    await withClient(database, async (client) => client.query(sql));
}

async function ask<Row extends object>(database: Database, sql: string): Promise<Row[]> {
    return withClient(database, async (client) => (await client.query<Row>(sql)).rows);
}

const load = (database: Database, dataset: Dataset, isDisposable: boolean): Promise<unknown> =>
    loadDataset(database, dataset, { scale: 1, seed: 1, progress: silent, isDisposable });

/** Names of indexes while a loan is written, seen from another session only when they were committed as absent. */
async function indexNames(database: Database): Promise<string[]> {
    const rows = await ask<{ name: string }>(
        database,
        "select relname as name from pg_class where relkind = 'i' and relnamespace = 'public'::regnamespace order by 1",
    );
    return rows.map(({ name }) => name);
}

describe("a load", () => {
    it.for([false, true])(
        "leaves the schema byte for byte as it was (disposable: %s)",
        async (isDisposable, { database }) => {
            await run(database, smallSchema + indexes);
            const before = [await dumpSchema(database), await indexNames(database)];
            await load(database, smallDataset(), isDisposable);
            expect([await dumpSchema(database), await indexNames(database)]).toEqual(before);
            expect(before[0]).toContain("SET STATISTICS 321");
            expect(before[0]).toContain("CLUSTER ON");
            expect(before[0]).toContain("REPLICA IDENTITY USING INDEX");
            const [found] = await ask<{ n: number }>(
                database,
                "select count(*)::integer as n from loan where amount > 3",
            );
            expect(found?.n).toBeGreaterThan(900);
        },
    );

    it("builds indexes after the rows, unless a trigger may look something up", async ({ database, otherDatabase }) => {
        const trigger = `
            create function look() returns trigger language plpgsql as
                'begin perform from person where name = ''nobody''; return new; end';
            create trigger look before insert on loan for each row execute function look();`;
        const filesBefore = "select relfilenode::text as file from pg_class where relname = 'loan_amount_idx'";
        for (const [target, schema, isRebuilt] of [
            [database, smallSchema + indexes, true],
            [otherDatabase, `${smallSchema}${indexes};${trigger}`, false],
        ] as const) {
            await run(target, schema);
            const before = await ask(target, filesBefore);
            await load(target, smallDataset(), false);
            expect(JSON.stringify(await ask(target, filesBefore)) !== JSON.stringify(before)).toBe(isRebuilt);
        }
    });

    it("refuses rows that a unique index without a constraint does not allow, and leaves the index", async ({
        database,
    }) => {
        await run(database, `${smallSchema}; create unique index loan_amount_key on loan (amount)`);
        await expect(load(database, smallDataset(), false)).rejects.toThrow(
            /build index loan_amount_key of table loan.*could not create unique index/s,
        );
        expect(await indexNames(database)).toContain("loan_amount_key");
        expect(await ask(database, "select from loan")).toEqual([]);
    });

    it("tells whoever may drop the database to do so", async ({ database }) => {
        await run(database, smallSchema);
        await expect(load(database, smallDataset({ personOf: () => 4_000 }), true)).rejects.toThrow(
            "drop the database",
        );
    });

    it("gives the space of rolled back rows back", async ({ database }) => {
        await run(database, smallSchema);
        await expect(load(database, smallDataset({ loans: 20_000, personOf: () => 4_000 }), false)).rejects.toThrow(
            "Everything was rolled back",
        );
        expect(await ask(database, "select pg_relation_size('loan')::integer as bytes")).toEqual([{ bytes: 0 }]);
    });
});

describe("foreign keys of servers before 18", () => {
    it("are dropped and made again with comment and all", async ({ database }) => {
        await run(database, smallSchema + indexes);
        const before = await dumpSchema(database);
        await withClient(database, async (client) => {
            const keys = await enforcedForeignKeys(client, ["loan", "person"]);
            expect(keys.map(({ name }) => name)).toEqual(["loan_person_id_fkey", "person_friend_fkey"]);
            for (const key of keys) await recreatedKeys.off(client, key);
            await client.query(
                "insert into loan (id, person_id, amount) values (gen_random_uuid(), gen_random_uuid(), 1)",
            );
            const [first, second] = keys;
            if (first === undefined || second === undefined) throw new Error("two keys were expected");
            await expect(recreatedKeys.on(client, first)).rejects.toThrow("violates foreign key constraint");
            await client.query("delete from loan");
            await recreatedKeys.on(client, first);
            await recreatedKeys.on(client, second);
        });
        expect(await dumpSchema(database)).toBe(before);
    });
});
