import { describe, expect } from "vitest";
import { silent } from "../../src/core/progress.ts";
import type { BoundCase, Query } from "../../src/core/query.ts";
import { modelCases } from "../../src/plan/model-cases.ts";
import { withClient } from "../../src/server/client.ts";
import type { Cluster, Database } from "../../src/server/cluster.ts";
import { combineFigures } from "../../src/statistics/capture.ts";
import type { TableFigures } from "../../src/statistics/figures.ts";
import { withModelledDatabase } from "../../src/statistics/modelled-database.ts";
import { readFigures } from "../../src/statistics/read-figures.ts";
import { scaleFigures } from "../../src/statistics/scale-figures.ts";
import type { CapturedTable } from "../../src/statistics/scale-figures.ts";
import { queryOf } from "../plan/query-of.ts";
import { shopSchema, test as shopTest } from "./shop.ts";

const scales = { low: 0.2, high: 1 };

/** Joins, a range at the end of an index, a partial index, words, an expression, combinations, distinct combinations. */
const statements = [
    "select * from sale where customer_id = 1",
    "select * from sale where customer_id = 77 order by placed_on desc limit 5",
    "select email from customer where id = 5",
    "select s.id, c.email from sale as s join customer as c on c.id = s.customer_id where s.placed_on > '2025-12-20'",
    "select * from sale where state = 'open' and placed_on < '2025-01-05'",
    "select * from product where tags @> '{tag3}'",
    "select * from sale where lower(note) = 'note 12'",
    "select * from sale where state = 'open' and not is_paid",
    "select customer_id, product_id, count(*) from sale group by customer_id, product_id",
    "select c.email from customer as c where not exists (select from sale as s where s.customer_id = c.id)",
    "select max(placed_on), min(id) from sale",
    "select * from sale order by id desc limit 10",
];

const cases = statements.map((text, i): BoundCase => {
    const query: Query = queryOf(text, { id: `shop/query_${i}` });
    const [one] = query.cases;
    if (!one) throw new Error("a query without cases");
    return { query, case: one, values: [] };
});

const test = shopTest.extend<{ captured: readonly CapturedTable[] }>({
    captured: async ({ withShop }, use) => {
        const low = await withShop(scales.low, (shop) => readFigures(shop, []));
        const high = await withShop(scales.high, (shop) => readFigures(shop, []));
        await use(combineFigures(low, high, scales));
    },
});

async function modelled<T>(
    cluster: Cluster,
    captured: readonly CapturedTable[],
    scale: number,
    use: (database: Database) => Promise<T>,
): Promise<T> {
    return withModelledDatabase(cluster, shopSchema, scaleFigures(captured, scale, new Set()), silent, use);
}

describe("a modelled size", () => {
    test("is planned as the loaded rows are, with the same costs", ({ cluster, captured, withShop }) =>
        withShop(1, async (shop) => {
            const loaded = await modelCases(shop, cases, 1);
            const model = await modelled(cluster, captured, 1, (database) => modelCases(database, cases, 1));
            expect(model.map(({ tree }) => tree)).toEqual(loaded.map(({ tree }) => tree));
            for (const [i, { cost, rows }] of model.entries()) {
                expect([i, cost / (loaded[i]?.cost ?? 0), rows]).toEqual([
                    i,
                    expect.closeTo(1, 2) as number,
                    loaded[i]?.rows,
                ]);
            }
        }));

    test("is planned nearly as loaded rows of five times the captured size", ({ cluster, captured, withShop }) =>
        withShop(5, async (shop) => {
            const loaded = await modelCases(shop, cases, 5);
            const model = await modelled(cluster, captured, 5, (database) => modelCases(database, cases, 5));
            const equal = model.filter(({ tree }, i) => tree.join() === loaded[i]?.tree.join());
            expect(equal.length).toBeGreaterThanOrEqual(11);
        }));

    test("with wrong figures is planned otherwise, so that the comparison can fail", ({
        cluster,
        captured,
        withShop,
    }) =>
        withShop(1, async (shop) => {
            const wrong = captured.map((table) => ({ ...table, figures: { ...table.figures, pages: 1, rows: 10 } }));
            const loaded = await modelCases(shop, cases, 1);
            const model = await modelled(cluster, wrong, 1, (database) => modelCases(database, cases, 1));
            expect(model.map(({ tree }) => tree)).not.toEqual(loaded.map(({ tree }) => tree));
        }));

    test("of two billion rows is planned from indexes, as long as its files, as high as its trees, and the same twice", ({
        cluster,
        captured,
    }) =>
        modelled(cluster, captured, 100_000, async (database) => {
            const first = await modelCases(database, cases, 100_000);
            expect(await modelCases(database, cases, 100_000)).toEqual(first);
            expect(first[1]?.tree.join("\n")).toMatch(/Index Scan Backward using sale_customer_id_placed_on_idx/);
            await withClient(database, async (client) => {
                const { rows } = await client.query<{ pages: string; size: string; height: string; scanned: string }>(`
                    select
                        relpages::text as pages,
                        (pg_relation_size(oid) / 8192)::text as size,
                        (select level from bt_metap('sale_pkey'))::text as height
                    from pg_class where relname = 'sale'`);
                const [sale] = rows;
                expect(Number(sale?.pages)).toBeGreaterThan(10_000_000);
                expect(sale?.size).toBe(sale?.pages);
                expect(Number(sale?.height)).toBeGreaterThanOrEqual(3);
            });
        }));

    test("has valid, empty indexes: a descent finds nothing and fails on nothing", ({ cluster, captured }) =>
        modelled(cluster, captured, 1000, (database) =>
            withClient(database, async (client) => {
                await client.query("set enable_seqscan = off; set enable_bitmapscan = off");
                const { rows } = await client.query("select id from sale where id between 5 and 9");
                expect(rows).toEqual([]);
                expect((await client.query("select max(id) as most from sale")).rows).toEqual([{ most: null }]);
            }),
        ));

    test("is refused for a server that is not ours, and for a column that does not exist", async ({
        cluster,
        captured,
    }) => {
        const { dataDirectory: _, ...behindUrl } = cluster;
        await expect(modelled(behindUrl, captured, 1, async () => {})).rejects.toMatchObject({ kind: "environment" });
        const renamed = captured.map((table) => ({ ...table, figures: withColumn(table.figures, "nowhere") }));
        await expect(modelled(cluster, renamed, 1, async () => {})).rejects.toThrow(/nowhere/);
    });

    test("beyond what a relation can hold is refused", async ({ cluster, captured }) => {
        await expect(modelled(cluster, captured, 1e9, async () => {})).rejects.toMatchObject({ kind: "usage" });
    });
});

function withColumn(figures: TableFigures, name: string): TableFigures {
    const [first, ...others] = figures.columns;
    return first ? { ...figures, columns: [{ ...first, name }, ...others] } : figures;
}
