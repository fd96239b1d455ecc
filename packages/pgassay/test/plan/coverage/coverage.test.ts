import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { silent, type Progress } from "../../../src/core/progress.ts";
import type { Coverage } from "../../../src/plan/coverage/index-coverage.ts";
import { priceIndexes } from "../../../src/plan/coverage/price-indexes.ts";
import { whyLogIsUnread } from "../../../src/plan/coverage/write-cost.ts";
import { withClient } from "../../../src/server/client.ts";
import type { Database, Recipe } from "../../../src/server/cluster.ts";
import { withCloneOf } from "../../../src/server/with-cluster.ts";
import { fillAndVacuum } from "../../data/fill-and-vacuum.ts";
import { assayIndexes, repeatingIndexes, subjectsOf } from "./assay-indexes.ts";

const schema = await readFile(join(import.meta.dirname, "schema.sql"), "utf8");
const fingerprint = await readFile(new URL("../../../sql/mutate/fingerprint.sql", import.meta.url), "utf8");
const recipe: Recipe = {
    name: "warehouse",
    inputs: [schema, "settled"],
    build: (database) => withClient(database, (client) => fillAndVacuum(client, schema)),
};

const statements = {
    "item/by_code": "select id from item where code = 'code 77'",
    "item/of_supplier": "select id from item where supplier_id = 77 and made_on > '2022-01-01'",
    "item/by_id": "select code from item where id = 77",
    "supplier/of_country": "select name from supplier where country = 'country 7'",
};

async function catalogOf(database: Database): Promise<unknown> {
    return withClient(
        database,
        async (client) => (await client.query<{ digest: string }>(fingerprint)).rows[0]?.digest,
    );
}

const withWarehouse = <T>(use: (database: Database) => Promise<T>): Promise<T> =>
    withCloneOf({ recipe, progress: silent }, use);

describe("what an index is for", () => {
    it("is told by what gets worse without it, and the catalog is as it was", () =>
        withWarehouse(async (database) => {
            const before = await catalogOf(database);
            const { indexes, findings } = await assayIndexes(database, statements);
            const byName = new Map(indexes.map((index) => [index.name, index]));
            expect(byName.get("supplier_country_idx")?.serves).toMatchObject([{ query: "supplier/of_country" }]);
            expect(byName.get("item_supplier_id_made_on_idx")).toMatchObject({
                serves: [{ query: "item/of_supplier", without: "executed" }],
            });
            expect(byName.get("item_pkey")).toMatchObject({
                keptBy: "primary key",
                serves: [{ query: "item/by_id", without: "planned" }],
            });
            expect(byName.get("supplier_name_key")).toMatchObject({ keptBy: "unique constraint", serves: [] });
            expect(findings).toMatchObject([
                { code: "index-unneeded", severity: "warning", subject: "item.item_price_idx" },
            ]);
            expect(await catalogOf(database)).toBe(before);
        }));

    it("is a foreign key where it is the last one that serves it", () =>
        withWarehouse(async (database) => {
            await withClient(database, (client) => client.query("drop index item_supplier_id_made_on_idx"));
            const { indexes, findings } = await assayIndexes(database, {});
            expect(indexes.find(({ name }) => name === "item_supplier_id_idx")?.keptBy).toBe(
                "foreign key item.item_supplier_id_fkey",
            );
            expect(findings.map(({ subject }) => subject)).toEqual([
                "item.item_code_again_idx",
                "item.item_price_idx",
                "supplier.supplier_country_idx",
            ]);
        }));

    it("is found where a function or a trigger reads it, and no plan shows it", () =>
        withWarehouse(async (database) => {
            await withClient(database, (client) =>
                client.query(`create function cheap(int) returns bigint language plpgsql as
                    $$ begin return (select count(*) from public.item where price = $1); end $$`),
            );
            const { indexes, findings } = await assayIndexes(database, {
                ...statements,
                "item/cheap": "select cheap(7)",
            });
            expect(findings).toEqual([]);
            expect(indexes.find(({ name }) => name === "item_price_idx")?.serves).toMatchObject([
                { query: "item/cheap", costRatio: 1 },
            ]);
        }));

    it("is not the one of its name in another schema", () =>
        withWarehouse(async (database) => {
            await withClient(database, (client) =>
                fillAndVacuum(
                    client,
                    `create schema closed;
                     create table closed.item (id int primary key, price int not null);
                     insert into closed.item select n, n % 1000 from generate_series(1, 20000) as n;
                     create index item_price_idx on closed.item (price)`,
                ),
            );
            const texts = { ...statements, "item/closed": "select id from closed.item where price = 7" };
            const { indexes, findings } = await assayIndexes(database, texts);
            expect(findings.map(({ code, subject }) => [code, subject])).toEqual([
                ["index-unneeded", "item.item_price_idx"],
            ]);
            const twins = indexes.filter(({ name }) => name === "item_price_idx");
            expect(twins.map(({ schema: of, serves }) => [of, serves.map(({ query }) => query)])).toEqual([
                ["closed", ["item/closed"]],
                ["public", []],
            ]);
        }));

    it("of two that stand in for each other leaves one", () =>
        withWarehouse(async (database) => {
            await withClient(database, (client) =>
                client.query("create index item_price_id_idx on item (price, id); analyze item"),
            );
            const texts = { ...statements, "item/at_price": "select code from item where price = 7" };
            const { indexes, findings } = await assayIndexes(database, texts);
            expect(findings).toEqual([]);
            expect(indexes.find(({ name }) => name === "item_price_id_idx")?.serves).toEqual([]);
        }));

    it("names three superfluous, three missing and three unindexed foreign keys, and nothing else", () =>
        withWarehouse(async (database) => {
            const before = await catalogOf(database);
            const { findings } = await assayIndexes(database, {
                ...statements,
                "item/tagged": "select id from item where tags @> '{tag7}'",
                "item/retired": "select id from item where retired and made_on > '2023-12-01' order by made_on",
                "delivery/of_day": "select id from delivery where arrived_on = '2024-02-03'",
            });
            const all = await withClient(database, async (client) => ({
                superfluous: await repeatingIndexes(client),
                keys: await subjectsOf(client, "foreign-key-without-index"),
            }));
            expect(all).toEqual({
                superfluous: ["item.item_code_idx", "item.item_supplier_id_idx"],
                keys: [
                    "delivery.delivery_item_id_fkey",
                    "delivery.delivery_received_by_fkey",
                    "delivery.delivery_returned_to_fkey",
                ],
            });
            expect(findings.map(({ code, subject }) => `${code} ${subject}`).toSorted()).toEqual([
                "index-proposed delivery.delivery_arrived_on_idx",
                "index-proposed item.item_made_on_partial_idx",
                "index-proposed item.item_tags_idx",
                "index-unneeded item.item_price_idx",
            ]);
            expect(await catalogOf(database)).toBe(before);
        }));

    it("is proposed for a partitioned table, whose parts show it under other names", () =>
        withWarehouse(async (database) => {
            await withClient(database, (client) =>
                fillAndVacuum(
                    client,
                    `create table event (made_on date not null, kind int not null) partition by range (made_on);
                    create table event_old partition of event for values from (minvalue) to ('2024-01-01');
                    create table event_new partition of event for values from ('2024-01-01') to (maxvalue);
                    insert into event select date '2023-01-01' + n % 700, n % 997 from generate_series(1, 20000) as n`,
                ),
            );
            const { proposed } = await assayIndexes(database, {
                "event/of_kind": "select * from event where kind = 7",
            });
            expect(proposed).toMatchObject([{ definition: "create index event_kind_idx on event (kind)" }]);
        }));

    it("leaves the catalog as it was when it ends in the middle", () =>
        withWarehouse(async (database) => {
            const before = await catalogOf(database);
            const kill: string[] = [];
            const progress: Progress = {
                step: () => {},
                advance: (done, _total, unit) => {
                    if (unit === "index" && done === 3) kill.push("now");
                },
            };
            const work = assayIndexes(database, statements, progress);
            const killer = withClient(database, async (client) => {
                while (kill.length === 0) await client.query("select pg_catalog.pg_sleep(0.002)");
                await client.query(
                    `select pg_catalog.pg_terminate_backend(pid) from pg_catalog.pg_stat_activity
                    where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'
                        or datname = current_database() and xact_start is not null and pid <> pg_backend_pid()`,
                );
            });
            await expect(work).rejects.toThrow();
            await killer;
            expect(await catalogOf(database)).toBe(before);
        }));
});

describe("what an index costs to write", () => {
    const price = (definition: string, name: string): Promise<Coverage> =>
        withWarehouse(async (database) => {
            const { indexes } = await assayIndexes(database, {});
            const proposed = { schema: "public", table: "item", name, definition, bytes: 0, gains: [], replaces: [] };
            return priceIndexes(database, { indexes, unneeded: [], proposed: [proposed] }, silent);
        });

    it("is read from the log, of one that is proposed as of one that is there", async () => {
        const priced = await price("create index concurrently twin on item (price)", "twin");
        const costs = new Map(
            [...priced.indexes, ...priced.proposed].map((index) => [index.name, index.walBytesPerRow]),
        );
        // A record of 64 bytes with a tuple of 16, less where the tuple lies among equal ones already.
        for (const name of ["item_price_idx", "item_pkey", "twin"]) {
            expect(costs.get(name)).toBeGreaterThan(60);
            expect(costs.get(name)).toBeLessThan(90);
        }
    });

    it("is asked for before anything is written, and what forbids to know it is said", () =>
        withWarehouse((database) =>
            withClient(database, async (client) => {
                await client.query("begin");
                expect(await whyLogIsUnread(client)).toBeUndefined();
                await client.query("set local role pg_monitor");
                expect(await whyLogIsUnread(client)).toContain('permission denied to create extension "pg_walinspect"');
            }),
        ));

    it("is next to nothing where an index holds few of the rows", async () => {
        const { proposed } = await price("create index concurrently few on item (price) where retired", "few");
        expect(proposed[0]?.walBytesPerRow).toBeLessThan(5);
    });
});
