import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect } from "vitest";
import { readCapture, writeCapture } from "../../src/statistics/capture-files.ts";
import { combineFigures } from "../../src/statistics/capture.ts";
import type { Capture } from "../../src/statistics/capture.ts";
import { checkCapture, findGaps } from "../../src/statistics/check-capture.ts";
import type { TableFigures } from "../../src/statistics/figures.ts";
import { readFigures } from "../../src/statistics/read-figures.ts";
import { withClient } from "../../src/server/client.ts";
import { test as shopTest } from "./shop.ts";
import type { UseShop } from "./shop.ts";

const scales = { low: 0.2, high: 1 };

async function captureOf(withShop: UseShop): Promise<Capture> {
    const low = await withShop(scales.low, (shop) => readFigures(shop, []));
    const high = await withShop(scales.high, (shop) => readFigures(shop, []));
    return {
        dataset: { name: "shop", seed: 1, digest: "0123456789abcdef" },
        scales,
        server: 18,
        values: { busiest: "1" },
        tables: combineFigures(low, high, scales),
    };
}

const test = shopTest.extend<{ capture: Capture; directory: string }>({
    capture: async ({ withShop }, use) => use(await captureOf(withShop)),
    directory: async ({}, use) => {
        const directory = await mkdtemp(join(tmpdir(), "statistics-"));
        await use(directory);
        await rm(directory, { recursive: true });
    },
});

function tableOf(figures: readonly TableFigures[], name: string): TableFigures {
    const table = figures.find((one) => one.name === name);
    if (table === undefined) throw new Error(`no table ${name}`);
    return table;
}

describe("the figures of a database", () => {
    test("hold what a plan depends on", ({ withShop }) =>
        withShop(1, async (shop) => {
            const sale = tableOf(await readFigures(shop, []), "sale");
            expect(sale).toMatchObject({ schema: "public", rows: 20_000, pages: sale.allVisible });
            expect(sale.columns.find(({ name }) => name === "customer_id")?.values?.common[0]?.value).toBe("1");
            expect(sale.references).toEqual([
                { column: "customer_id", table: "public.customer" },
                { column: "product_id", table: "public.product" },
            ]);
            const index = (name: string): unknown => sale.indexes.find((one) => one.name === name);
            expect(index("sale_open_idx")).toMatchObject({ rows: 2000, btree: { height: 1 } });
            expect(index("sale_note_idx")).toMatchObject({ columns: [{ name: "lower", type: "text" }] });
            expect(sale.extended).toMatchObject([
                { name: "sale_customer_product_stat", distinct: [{ columns: ["customer_id", "product_id"] }] },
                { dependencies: [{ columns: ["state"], determines: "is_paid", degree: 1 }, {}] },
            ]);
            expect(sale.extended[1]?.common).toContainEqual(
                expect.objectContaining({ values: ["open", "f"], frequency: expect.closeTo(0.1, 2) as number }),
            );
            const gin = tableOf(await readFigures(shop, []), "product").indexes.find(({ name }) =>
                name.endsWith("tags_idx"),
            );
            expect(gin).toMatchObject({ method: "gin", gin: { entries: 57 } });
        }));

    test("leave out tables that are not wanted", ({ withShop }) =>
        withShop(0.2, async (shop) => {
            const names = (await readFigures(shop, ["public.product"])).map(({ name }) => name);
            expect(names).toEqual(["customer", "sale"]);
        }));

    test("have as many bounds as the target asks for, though one load read every row", ({ withShop }) =>
        withShop(0.2, async (shop) => {
            await withClient(shop, (client) =>
                client.query(`
                    alter table sale alter column id set statistics 1000;
                    analyze sale;
                    alter table sale alter column id set statistics default`),
            );
            const sale = tableOf(await readFigures(shop, []), "sale");
            const { histogram = [] } = sale.columns[0]?.values ?? {};
            expect([histogram.length, histogram[0], histogram.at(-1)]).toEqual([101, "1", "4000"]);
        }));
});

describe("laws", () => {
    test("tell what grows with the scale from what stays", ({ capture }) => {
        const [customer, product, sale] = capture.tables;
        expect(customer?.growth.rows.exponent).toBe(1);
        expect(product?.growth.rows.exponent).toBe(0);
        expect(sale?.growth.rows).toEqual({
            exponent: 1,
            because: "4,000 at scale 0.2, 20,000 at scale 1",
        });
        const columns = sale?.growth.columns ?? {};
        expect(columns["customer_id"]).toMatchObject({
            distinct: { exponent: 1, because: expect.stringMatching(/^refers to public\.customer; /) as string },
            // Customer 1 keeps a tenth of all sales.
            common: { first: { exponent: expect.closeTo(0, 0) as number } },
        });
        expect(columns["product_id"]).toMatchObject({ distinct: { exponent: 0 } });
        expect(columns["state"]).toMatchObject({ common: { first: { exponent: 0 }, last: { exponent: 0 } } });
        expect(columns["id"]).toMatchObject({ histogram: { exponent: 1 } });
        expect(columns["placed_on"]?.histogram).toBeUndefined();
        expect(sale?.growth.indexes["sale_open_idx"]?.rows.exponent).toBe(1);
    });
});

describe("a capture in files", () => {
    test("is the same when it is read, and writes nothing the second time", async ({
        capture,
        withShop,
        directory,
    }) => {
        expect((await writeCapture(directory, capture)).written).toHaveLength(4);
        expect(await readCapture(directory)).toEqual(capture);
        const again = await writeCapture(directory, await captureOf(withShop));
        expect(again).toEqual({ written: [], removed: [], unchanged: 4 });
    });

    test("loses the files of tables that are gone, and says which have changed", async ({ capture, directory }) => {
        await writeCapture(directory, capture);
        const [, product, sale] = capture.tables;
        if (!product || !sale) throw new Error("no tables");
        const tables = [{ ...product, figures: { ...product.figures, rows: 201 } }, sale];
        expect(await writeCapture(directory, { ...capture, tables })).toEqual({
            written: ["public.product.json"],
            removed: ["public.customer.json"],
            unchanged: 2,
        });
        expect(await readdir(directory)).toEqual(["origin.json", "public.product.json", "public.sale.json"]);
    });

    test("is refused when somebody broke it, or when there is none", async ({ capture, directory }) => {
        await expect(readCapture(directory)).rejects.toMatchObject({ kind: "usage" });
        await writeCapture(directory, capture);
        const file = join(directory, "public.sale.json");
        const text = await readFile(file, "utf8");
        await writeFile(file, text.replace('"rows": 20000', '"rows": "many"'));
        await expect(readCapture(directory)).rejects.toThrow(/public\.sale\.json[^]*figures\.rows/);
    });
});

describe("what a model cannot have of declared statistics", () => {
    test("is named, and of others nothing", ({ withShop }) =>
        withShop(0.2, async (shop) => {
            await withClient(shop, (client) =>
                client.query(`
                    alter table sale add price numeric;
                    create statistics sale_price_stat (mcv) on state, price from sale;
                    create statistics sale_price_count_stat (ndistinct, dependencies) on state, price from sale;
                    create statistics sale_note_stat on lower(note), state from sale`),
            );
            const figures = await readFigures(shop, []);
            const scale = { low: 1, high: 1 };
            const capture = {
                dataset: { name: "shop", seed: 1, digest: "" },
                scales: scale,
                server: 18,
                values: {},
                tables: combineFigures(figures, figures, scale),
            };
            expect(findGaps(capture).map(({ code, subject, message }) => [code, subject, message])).toEqual([
                [
                    "model-incomplete",
                    "public.sale",
                    "statistics public.sale_note_stat are not modelled: they are about expressions; " +
                        "plans at modelled scales do without",
                ],
                [
                    "model-incomplete",
                    "public.sale",
                    "statistics public.sale_price_stat are not modelled: their common combinations are of type numeric; " +
                        "plans at modelled scales do without",
                ],
            ]);
        }));
});

describe("captured statistics", () => {
    test("are stale when the schema has moved, and each difference is named", ({ capture, withShop }) =>
        withShop(0.2, async (shop) => {
            await withClient(shop, (client) =>
                client.query(`
                    alter table sale add remark text;
                    alter table sale alter column note type varchar(200);
                    drop index sale_open_idx;
                    create table refund (sale_id bigint);`),
            );
            const findings = checkCapture(capture, await readFigures(shop, []), ["busiest", "typical"]);
            expect(findings.map(({ code, subject, detail }) => [code, subject, detail])).toEqual([
                [
                    "statistics-stale",
                    "public.sale",
                    "column note (character varying(200)) is new\ncolumn remark (text) is new\n" +
                        // The index is on an expression of the column, and casts it now.
                        "column note (text) is gone\nindex sale_open_idx is gone\nindex sale_note_idx is another one",
                ],
                ["statistics-stale", "public.refund", "the table is new"],
                ["statistics-stale", "values.yaml", "the value typical was not looked up"],
            ]);
        }));

    test("are stale when what is known of several columns at once is declared otherwise", ({ capture, withShop }) =>
        withShop(0.2, async (shop) => {
            await withClient(shop, (client) =>
                client.query(`
                    drop statistics sale_customer_product_stat;
                    drop statistics sale_state_is_paid_stat;
                    create statistics sale_state_is_paid_stat (dependencies) on state, is_paid from sale;
                    create statistics customer_email_stat on lower(email), id from customer;`),
            );
            const findings = checkCapture(capture, await readFigures(shop, []), []);
            expect(findings.map(({ subject, detail }) => [subject, detail])).toEqual([
                ["public.customer", "statistics public.customer_email_stat is new"],
                [
                    "public.sale",
                    "statistics public.sale_customer_product_stat is gone\n" +
                        "statistics public.sale_state_is_paid_stat is another one",
                ],
            ]);
        }));

    test("are stale when ANALYZE is to sample otherwise, or blocks to be filled", ({ capture, withShop }) =>
        withShop(0.2, async (shop) => {
            await withClient(shop, (client) =>
                client.query(`
                    alter table customer alter column email set statistics 1;
                    alter table sale alter column is_paid set statistics -1;
                    alter table sale alter column note set (n_distinct = -0.5);
                    alter statistics sale_customer_product_stat set statistics 7;
                    alter table product set (fillfactor = 50);`),
            );
            const findings = checkCapture(capture, await readFigures(shop, []), []);
            expect(findings.map(({ subject, detail }) => [subject, detail])).toEqual([
                ["public.customer", "column email is sampled with statistics 1, and was with nothing declared"],
                ["public.product", "the table is filled with fillfactor=50, and was with nothing declared"],
                [
                    "public.sale",
                    "column is_paid is sampled with nothing declared, and was with statistics 400\n" +
                        "column note is sampled with n_distinct=-0.5, and was with nothing declared\n" +
                        "statistics public.sale_customer_product_stat is another one",
                ],
            ]);
        }));

    test("are not when only rows and comments have", ({ capture, withShop }) =>
        withShop(0.2, async (shop) => {
            await withClient(shop, (client) =>
                client.query(`
                    delete from sale;
                    -- Now nothing is known of several columns, and yet the same is declared.
                    delete from pg_statistic_ext_data;
                    alter table sale set (autovacuum_enabled = off);
                    comment on table sale is 'sold';
                    comment on statistics sale_customer_product_stat is 'customers have their favourites';
                    create view open as select 1 as one`),
            );
            expect(checkCapture(capture, await readFigures(shop, []), ["busiest"])).toEqual([]);
        }));
});
