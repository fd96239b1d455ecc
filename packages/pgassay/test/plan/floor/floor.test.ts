import fc from "fast-check";
import { beforeAll, describe, expect } from "vitest";
import type { Floor } from "../../../src/core/plan-result.ts";
import { loadSqlParser } from "../../../src/core/sql-text.ts";
import { explainStatement, inPlanningSession } from "../../../src/plan/explain.ts";
import { floorOf } from "../../../src/plan/floor/floor.ts";
import { readIndexHeights } from "../../../src/plan/floor/floor-tables.ts";
import type { IndexHeights } from "../../../src/plan/floor/floor-tables.ts";
import { undone } from "../../../src/plan/undone.ts";
import { withClient } from "../../../src/server/client.ts";
import type { Database } from "../../../src/server/cluster.ts";
import { fillAndVacuum } from "../../data/fill-and-vacuum.ts";
import { queryOf } from "../query-of.ts";
import { test } from "../shop.ts";

beforeAll(loadSqlParser);

/** What a statement touches and could touch at least, each time after some changes. */
type Measure = (
    sql: string,
    changes?: readonly string[],
) => Promise<{ readonly floor: Floor; readonly touched: number; readonly operations: readonly string[] }>;

async function measuring<T>(
    database: Database,
    prepare: readonly string[],
    use: (measure: Measure) => Promise<T>,
): Promise<T> {
    const heights = await withClient(database, async (client): Promise<IndexHeights> => {
        await fillAndVacuum(client, ...prepare);
        return readIndexHeights(client);
    });
    return inPlanningSession(database, [], (client) =>
        use(async (sql, changes = []) => {
            const query = queryOf(sql);
            const [one] = query.cases;
            const floor = await floorOf(client, { query, case: one, values: [] }, heights);
            return undone(client, "changes", async () => {
                for (const change of changes) await client.query(change);
                const plan = await explainStatement(client, sql, [], "analyze, buffers");
                const operations: string[] = [];
                const visit = ({ type, children }: typeof plan): void => {
                    operations.push(type);
                    children.forEach(visit);
                };
                visit(plan);
                return { floor, touched: plan.blocks.hit + plan.blocks.read, operations };
            });
        }),
    );
}

/** A partitioned table whose ids are unique in each part and not in the whole. */
const visits = `
    create table visit (id int not null, page int not null) partition by list (page);
    create table visit_1 partition of visit (id primary key) for values in (1);
    create table visit_2 partition of visit (id primary key) for values in (2);
    insert into visit select n, 1 + m from generate_series(1, 100) as n, generate_series(0, 1) as m;`;

function blocksOf(floor: Floor): number {
    if ("unknown" in floor) throw new Error(`no floor: ${floor.unknown}`);
    return floor.blocks;
}

describe("the floor of a statement", () => {
    test("counts the pages of its rows, and the way to them", ({ withShop }) =>
        withShop((database) =>
            measuring(database, [], async (measure) => {
                const one = await measure("select country from customer where id = 77");
                // The root, a leaf and the row: no plan does better.
                expect(one).toMatchObject({ floor: { blocks: 3 }, touched: 3 });
                const range = await measure("select note from sale where id between 5000 and 5999");
                expect(range.operations).toEqual(["Index Scan"]);
                expect(blocksOf(range.floor)).toBeGreaterThanOrEqual(range.touched - 4);
                const sequential = await measure("select note from sale where id between 5000 and 5999", [
                    "set local enable_indexscan = off",
                    "set local enable_bitmapscan = off",
                ]);
                expect(sequential.touched).toBeGreaterThan(5 * blocksOf(sequential.floor));
            }),
        ));

    test("does not count pages that an index spares", ({ withShop }) =>
        withShop((database) =>
            measuring(database, [], async (measure) => {
                const { operations, touched, floor } = await measure(
                    "select id from sale where id between 5000 and 5999",
                );
                expect(operations).toEqual(["Index Only Scan"]);
                const withHeap = await measure("select id, note from sale where id between 5000 and 5999");
                expect(touched).toBeLessThan(blocksOf(withHeap.floor));
                expect(blocksOf(floor)).toBeLessThanOrEqual(touched);
            }),
        ));

    test("does not count pages where an index holds all columns", ({ withShop }) =>
        withShop((database) =>
            measuring(database, ["create index on customer (id, email, country, referred_by)"], async (measure) => {
                const { operations, touched, floor } = await measure(
                    "select * from customer where id between 100 and 900 order by id, email",
                );
                expect(operations).toEqual(["Index Only Scan"]);
                expect(blocksOf(floor)).toBeLessThanOrEqual(touched);
            }),
        ));

    test("does not count the way to a row that a scan may meet at once", ({ withShop }) =>
        withShop((database) =>
            measuring(database, [], async (measure) => {
                const { operations, touched, floor } = await measure(
                    "select country from customer where id = 1 order by id limit 1",
                    ["set local enable_indexscan = off", "set local enable_bitmapscan = off"],
                );
                expect(operations).toEqual(["Limit", "Seq Scan"]);
                expect(floor).toEqual({ blocks: 1 });
                expect(touched).toBeLessThan(3);
            }),
        ));

    test("does not count a way to rows that are asked for by their place", ({ withShop }) =>
        withShop((database) =>
            measuring(database, [], async (measure) => {
                const { operations, touched, floor } = await measure("select note from sale where ctid = '(7,1)'");
                expect(operations).toEqual(["Tid Scan"]);
                expect([floor, touched]).toEqual([{ blocks: 1 }, 1]);
            }),
        ));

    test.for([
        ["select state, count(*) from sale group by state", "it groups rows"],
        ["select count(*) from sale", "it aggregates rows"],
        ["select distinct state from sale", "it returns equal rows once"],
        ["select id from sale union all select id from product", "it puts the rows of several selects together"],
        ["select id from sale where id < 9 for update", "it locks rows"],
        ["select note from sale where id < 0", "it returns no row"],
        ["select from sale where id = 7", "where its rows lie cannot be asked for"],
        ["table sale", "where its rows lie cannot be asked for"],
        [
            "with recent as (select id from sale) select id from recent",
            "it returns no column of a table that it reads itself",
        ],
        ["select note from sale limit 5", "its limit leaves rows out, and its order does not say which"],
        [
            "select note from sale order by placed_on limit 5",
            "its limit leaves rows out, and its order does not say which",
        ],
        [
            "select id::bigint from sale order by id limit 5",
            "its limit leaves rows out, and its order does not say which",
        ],
        ["select id from visit order by id limit 5", "its limit leaves rows out, and its order does not say which"],
        [
            "select placed_on as id from sale order by id limit 5",
            "its limit leaves rows out, and its order does not say which",
        ],
    ])("is not known of %s", ([sql = "", unknown], { withShop }) =>
        withShop((database) =>
            measuring(database, [visits], async (measure) => {
                expect((await measure(sql)).floor).toEqual({ unknown });
            }),
        ),
    );

    test.for([
        "select id, note is distinct from 'x' from sale order by id limit 5 -- the end",
        "select sale.id, line.quantity from sale join sale_line as line on line.sale_id = sale.id where sale.id = 7;",
        "with old as (select id from sale where id < 50) select sale.note from sale join old on old.id = sale.id",
        'select "Reason" from archive.sale',
    ])("is known of %s", (sql, { withShop }) =>
        withShop((database) =>
            measuring(database, [], async (measure) => {
                const { floor, touched } = await measure(sql);
                expect(blocksOf(floor)).toBeGreaterThan(0);
                expect(blocksOf(floor)).toBeLessThanOrEqual(touched);
            }),
        ),
    );

    test("is never above what a plan touches, whatever the statement and the plan", ({ withShop }) =>
        withShop((database) =>
            measuring(database, ["create index on sale (state, id, placed_on)"], async (measure) => {
                let known = 0;
                await fc.assert(
                    fc.asyncProperty(statements, fc.subarray(switches), async (sql, off) => {
                        const { floor, touched } = await measure(
                            sql,
                            off.map((name) => `set local ${name} = off`),
                        );
                        if ("unknown" in floor) return;
                        known++;
                        expect(floor.blocks).toBeLessThanOrEqual(touched);
                    }),
                    { numRuns: 300, seed: 1 },
                );
                expect(known).toBeGreaterThan(100);
            }),
        ));
});

const switches = ["enable_seqscan", "enable_indexscan", "enable_indexonlyscan", "enable_bitmapscan", "enable_sort"];

const statements = fc
    .record({
        columns: fc.constantFrom(
            "*",
            "s.id",
            "s.id, s.placed_on",
            "s.note",
            "s.state, s.id",
            "c.email",
            "s.id, c.country",
            "1",
        ),
        join: fc.constantFrom(
            "",
            "join customer as c on c.id = s.customer_id",
            "left join customer as c on c.id = s.id",
        ),
        where: fc.constantFrom(
            "true",
            "s.id < 300",
            "s.state = 'open'",
            "s.customer_id = 17",
            "s.placed_on < '2024-01-10'",
            "s.id = 5",
        ),
        order: fc.constantFrom("", "order by s.id", "order by s.placed_on desc, s.id", "order by s.note"),
        limit: fc.constantFrom("", "limit 1", "limit 10", "limit 500"),
    })
    .map(
        ({ columns, join, where, order, limit }) =>
            `select ${join === "" ? columns.replace(/c\.\w+/, "s.note") : columns} from sale as s ${join} where ${where} ${order} ${limit}`,
    );
