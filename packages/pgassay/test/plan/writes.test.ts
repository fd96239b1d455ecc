import { beforeAll, describe, expect } from "vitest";
import type { PlanResult } from "../../src/core/plan-result.ts";
import { silent } from "../../src/core/progress.ts";
import type { CaseBudget, Query } from "../../src/core/query.ts";
import { loadSqlParser } from "../../src/core/sql-text.ts";
import { assayPlans } from "../../src/plan/assay.ts";
import { checkStatement } from "../../src/plan/statement.ts";
import { withClient } from "../../src/server/client.ts";
import type { Database } from "../../src/server/cluster.ts";
import { queryOf } from "./query-of.ts";
import { test } from "./shop.ts";

beforeAll(loadSqlParser);

const update = queryOf("update sale as s set note = 'seen' where s.customer_id = 17", { kind: "write" });
const call = queryOf("call sell($1::int, $2::int)", {
    kind: "call",
    parameters: [
        { name: "sale_id", type: "int" },
        { name: "product_id", type: "int" },
    ],
});
const procedure = `
    create table sold (product_id int primary key, times int not null);
    create function count_sold() returns trigger language plpgsql as $$
    begin
        insert into public.sold values (new.product_id, 1)
        on conflict (product_id) do update set times = public.sold.times + 1;
        return null;
    end $$;
    create trigger line_is_counted after insert on sale_line for each row execute function count_sold();
    create procedure sell(p_sale_id int, p_product_id int) language plpgsql as $$
    declare
        v_number int := (select max(number) + 1 from public.sale_line where sale_id = p_sale_id);
    begin
        insert into public.sale_line values (p_sale_id, v_number, p_product_id, 1);
        insert into public.sale_line values (p_sale_id, v_number + 1, p_product_id, 1);
    end $$`;

async function assay(
    database: Database,
    query: Query,
    values: readonly unknown[] = [],
    budget: CaseBudget = {},
): Promise<PlanResult> {
    const [one] = query.cases;
    if (!one) throw new Error("a query without cases");
    const [result] = await assayPlans(database, [{ query, case: { ...one, budget }, values }], silent);
    if (!result) throw new Error("no result");
    return result;
}

async function rowsOf(database: Database, sql: string): Promise<unknown[]> {
    return withClient(database, async (client) => (await client.query<object>(sql)).rows);
}

describe("a write", () => {
    test("is planned, measured and undone", ({ withShop }) =>
        withShop(async (database) => {
            const { tree, wal, buffers, findings, tables } = await assay(database, update);
            expect(tree).toEqual([
                "Update on sale",
                "  Bitmap Heap Scan on sale",
                "    Bitmap Index Scan using sale_customer_id_placed_on_idx  (customer_id = 17)",
            ]);
            expect(tables).toEqual(["public.sale"]);
            // Eighteen rows, each a record in the table and up to four in its indexes.
            expect(wal?.records).toBeGreaterThanOrEqual(18);
            expect(wal?.bytes).toBeGreaterThan(18 * 50);
            expect(buffers.hit).toBeGreaterThan(18);
            expect(findings).toEqual([]);
            expect(await rowsOf(database, "select count(*)::int as seen from sale where note = 'seen'")).toEqual([
                { seen: 0 },
            ]);
        }));

    test("over its budget of the write-ahead log is a finding, and within it is none", ({ withShop }) =>
        withShop(async (database) => {
            const { wal, buffers } = await assay(database, update);
            const enough = {
                walRecords: 2 * (wal?.records ?? 0),
                walBytes: 2 * (wal?.bytes ?? 0),
                buffers: 2 * buffers.hit,
            };
            expect((await assay(database, update, [], enough)).findings).toEqual([]);
            const { findings } = await assay(database, update, [], { walRecords: 5, walBytes: 100, buffers: 3 });
            expect(findings).toMatchObject([
                { code: "buffers-over-budget" },
                {
                    code: "wal-over-budget",
                    message: expect.stringMatching(
                        /^put into the write-ahead log [\d,]+ records, the budget is 5; and [\d,]+ bytes, the budget is 100$/,
                    ) as string,
                },
            ]);
        }));

    test("is counted without what the pages it meets have to do", ({ withShop }) =>
        withShop(async (database) => {
            // Five such notes fill a page of the index, which then splits.
            await rowsOf(database, "create index sale_note_idx on sale (note) with (deduplicate_items = off)");
            const note = "(select string_agg(md5(n::text), '') from generate_series(1, 48) as n)";
            const write = queryOf(`update sale as s set note = ${note} where s.id = 17`, { kind: "write" });
            const counts: PlanResult["wal"][] = [];
            for (let i = 0; i < 12; i++) counts.push((await assay(database, write)).wal);
            expect(counts).toEqual(counts.map(() => counts[0]));
        }));

    test("costs more with one more index and with a trigger that writes", ({ withShop }) =>
        withShop(async (database) => {
            const before = await assay(database, update);
            await rowsOf(database, "create index sale_note_idx on sale (note)");
            const indexed = await assay(database, update);
            expect(indexed.wal?.records).toBeGreaterThan(before.wal?.records ?? 0);
            await rowsOf(
                database,
                `create table seen (sale_id int);
                 create function see() returns trigger language plpgsql as $$
                 begin insert into public.seen values (new.id); return null; end $$;
                 create trigger sale_is_seen after update on sale for each row execute function see()`,
            );
            const triggered = await assay(database, update);
            expect(triggered.wal?.records).toBeGreaterThanOrEqual((indexed.wal?.records ?? 0) + 18);
            expect(triggered.tree).toEqual(indexed.tree);
        }));
});

describe("a select that locks or deletes rows", () => {
    test.for([
        ["select id from sale where customer_id = 17 order by id limit 1 for update skip locked", "LockRows"],
        ["select id from sale where id in (select id from sale where customer_id = 17 for share)", "LockRows"],
        [
            "with gone as (delete from sale_line where sale_id = 17 returning 1) select count(*) from gone",
            "Delete on sale_line",
        ],
    ] as const)("is a write: %s", ([sql, step], { withShop }) =>
        withShop(async (database) => {
            const { kind, problems } = checkStatement(sql);
            expect([kind, problems]).toEqual(["write", []]);
            const before = await rowsOf(database, "select count(*) from sale_line");
            const { tree, wal, floor } = await assay(database, queryOf(sql, { kind }));
            expect(tree.join("\n")).toContain(step);
            expect(tree[0]).not.toBe("Call");
            expect(wal?.records).toBeGreaterThan(0);
            expect(floor).toBeUndefined();
            expect(await rowsOf(database, "select count(*) from sale_line")).toEqual(before);
        }),
    );

    test("is refused where it makes a table", () => {
        const [problem] = checkStatement("select id into copy from sale").problems;
        expect(problem?.message).toBe("a select into makes a table: leave the into out");
    });

    test("is a read where it does neither", () => {
        const sql = "with one as (select id from sale) select count(*) filter (where id > 1) from one";
        expect(checkStatement(sql)).toMatchObject({ kind: "read", problems: [] });
    });
});

describe("a call", () => {
    test("is the plans of all that it executes, those of its triggers included, each once", ({ withShop }) =>
        withShop(async (database) => {
            await rowsOf(database, procedure);
            const { tree, wal, tables } = await assay(database, call, [3, 5]);
            expect(tree[0]).toBe("Call");
            expect(tree).toContain("  Insert on sale_line");
            expect(
                tree.filter((line) => line.startsWith("  Insert on sold  on conflict: update by sold_pkey")),
            ).toHaveLength(1);
            expect(tree.join("\n")).toContain("using sale_line_pkey on sale_line");
            expect(tables).toEqual(
                expect.arrayContaining(["public.sale_line", "public.sold", "public.sale", "public.product"]),
            );
            expect(wal?.records).toBeGreaterThanOrEqual(6);
            expect(await rowsOf(database, "select * from sold")).toEqual([]);
        }));

    test("has the same plans twice", ({ withShop }) =>
        withShop(async (database) => {
            await rowsOf(database, procedure);
            const [first, second] = [await assay(database, call, [3, 5]), await assay(database, call, [3, 5])];
            expect(second.tree).toEqual(first.tree);
        }));
});

describe("a select that writes", () => {
    test("is planned by the statements of its function, measured and undone", ({ withShop }) =>
        withShop(async (database) => {
            await withClient(database, (client) =>
                client.query(`create function note_sale(p_id int) returns void language plpgsql as $$
                    begin
                        update public.sale set note = 'written' where id = p_id;
                    end $$`),
            );
            const query = queryOf("select note_sale(17)", { kind: "call" });
            const { tree, wal, findings } = await assay(database, query);
            expect(tree).toEqual(["Call", "  Update on sale", expect.stringContaining("Index Scan using sale_pkey")]);
            expect(wal?.records).toBeGreaterThan(0);
            expect(findings).toEqual([]);
            expect(await rowsOf(database, "select from sale where note = 'written'")).toEqual([]);
        }));

    test("is planned with what it reads itself", ({ withShop }) =>
        withShop(async (database) => {
            await rowsOf(
                database,
                `create function note_sale(p_id int) returns int language plpgsql as $$
                 begin
                     update public.sale set note = 'written' where id = p_id;
                     return p_id;
                 end $$`,
            );
            const query = queryOf("select note_sale(id) from customer where id = 17", { kind: "call" });
            const { tree, indexes } = await assay(database, query);
            expect(tree).toEqual([
                "Call",
                "  Update on sale",
                expect.stringContaining("Index Scan using sale_pkey"),
                expect.stringContaining("using customer_pkey on customer  (id = 17)"),
            ]);
            expect(indexes).toEqual(["customer_pkey", "sale_pkey"]);
        }));
});
