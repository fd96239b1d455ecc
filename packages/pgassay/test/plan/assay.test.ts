import { describe, expect } from "vitest";
import type { Finding } from "../../src/core/finding.ts";
import type { PlanResult } from "../../src/core/plan-result.ts";
import { silent } from "../../src/core/progress.ts";
import type { BoundCase, Query, QueryCase } from "../../src/core/query.ts";
import { assayPlans } from "../../src/plan/assay.ts";
import { withClient } from "../../src/server/client.ts";
import type { Database } from "../../src/server/cluster.ts";
import { queryOf } from "./query-of.ts";
import { test } from "./shop.ts";

const index = "sale_customer_id_placed_on_idx";
const ofCustomer = queryOf("select id, note from sale where customer_id = 1 and placed_on > '2025-01-01'", {
    requiredIndexes: [index],
});

async function assay(database: Database, query: Query, given: Partial<QueryCase> = {}): Promise<PlanResult> {
    const [first] = query.cases;
    if (!first) throw new Error("a query without cases");
    const bound: BoundCase = { query, case: { ...first, ...given }, values: [] };
    const [result] = await assayPlans(database, [bound], silent);
    if (!result) throw new Error("no result");
    // Times are never the same twice, and the explanation tells some.
    const { planningMs: _, explanation: __, ...rest } = result;
    return rest;
}

/** The findings after a change of the shop. */
async function findingsAfter(
    database: Database,
    change: string,
    query: Query = ofCustomer,
): Promise<readonly Finding[]> {
    await withClient(database, (client) => client.query(change));
    return (await assay(database, query)).findings;
}

describe("a required index", () => {
    test("that serves the case is no finding, nor is a change beside it", ({ withShop }) =>
        withShop(async (database) => {
            const before = await assay(database, ofCustomer);
            expect(before.findings).toEqual([]);
            expect(before.indexes).toEqual([index]);
            const change = `alter table sale add remark text; create index on sale (state); comment on table sale is 'sold'`;
            expect(await findingsAfter(database, change)).toEqual([]);
            expect(await assay(database, ofCustomer)).toEqual(before);
        }));

    test("that does not exist is missing", ({ withShop }) =>
        withShop(async (database) => {
            expect(await findingsAfter(database, `drop index ${index}`)).toEqual([
                {
                    code: "index-missing",
                    severity: "error",
                    subject: "shop/query#typical",
                    message: `there is no index ${index}, which queries/shop/query.sql says serves this query`,
                },
            ]);
        }));

    test("that the planner passes over is not used, and what it reads instead is named", ({ withShop }) =>
        withShop(async (database) => {
            const change = `drop index ${index}; create index ${index} on sale (note)`;
            expect(await findingsAfter(database, change)).toEqual([
                {
                    code: "index-not-used",
                    severity: "error",
                    subject: "shop/query#typical",
                    message: `the plan does not use index ${index}`,
                    detail:
                        "sale is read by\n" +
                        "Index Scan using sale_placed_on_idx on sale  (placed_on > '2025-01-01'); filter: (customer_id = 1)",
                },
            ]);
        }));

    test("that a bitmap of other indexes stands in for is not used, and those are named", ({ withShop }) =>
        withShop(async (database) => {
            const text = "select name from product where tags @> '{tag7}'";
            const query = queryOf(text, { requiredIndexes: ["product_pkey"] });
            expect((await assay(database, query)).findings).toMatchObject([
                {
                    code: "index-not-used",
                    detail: "product is read by\nBitmap Heap Scan on product  by product_tags_idx",
                },
            ]);
        }));

    test("that a failed concurrent build left behind is not used, and said to be invalid", ({ withShop }) =>
        withShop(async (database) => {
            const change = `update pg_index set indisvalid = false where indexrelid = '${index}'::regclass`;
            const [finding] = await findingsAfter(database, change);
            expect(finding?.message).toBe(
                `the plan does not use index ${index}, which is invalid: a concurrent build of it failed`,
            );
        }));

    test("serves through its parts on partitions", ({ withShop }) =>
        withShop(async (database) => {
            await withClient(database, (client) =>
                client.query(`
                    create table visit (day date, page int) partition by range (day);
                    create table visit_2024 partition of visit for values from ('2024-01-01') to ('2025-01-01');
                    create table visit_2025 partition of visit for values from ('2025-01-01') to ('2026-01-01');
                    create index visit_page_idx on visit (page);
                    insert into visit select date '2024-01-01' + n % 700, n from generate_series(1, 5000) as n;
                    analyze visit`),
            );
            const query = queryOf("select day from visit where page = 7", { requiredIndexes: ["visit_page_idx"] });
            expect((await assay(database, query)).findings).toEqual([]);
            const other = queryOf("select day from visit where page > 7", { requiredIndexes: ["visit_page_idx"] });
            expect((await assay(database, other)).findings).toMatchObject([
                {
                    code: "index-not-used",
                    detail: "visit is read by\n" + "Seq Scan on visit (every partition)  filter: (page > 7)",
                },
            ]);
        }));

    test("of a table that the plan does not read at all is not used", ({ withShop }) =>
        withShop(async (database) => {
            const query = queryOf("select 1", { requiredIndexes: ["product_pkey"] });
            expect((await assay(database, query)).findings).toMatchObject([
                { code: "index-not-used", detail: "product is not read at all" },
            ]);
        }));
});

describe("the buffer budget", () => {
    const text = `
        with dear as materialized (select id from product where price > 80)
        select s.id from sale as s join sale_line as l on l.sale_id = s.id join dear on dear.id = l.product_id
        where s.customer_id = 7`;

    test("may be used up, and a block more is a finding that names the node", ({ withShop }) =>
        withShop(async (database) => {
            const { buffers, findings } = await assay(database, queryOf(text));
            const touched = buffers.hit + buffers.read;
            expect(findings).toEqual([]);
            expect((await assay(database, queryOf(text), { budget: { buffers: touched } })).findings).toEqual([]);
            expect((await assay(database, queryOf(text), { budget: { buffers: touched - 1 } })).findings).toEqual([
                {
                    code: "buffers-over-budget",
                    severity: "error",
                    subject: "shop/query#typical",
                    message: `touched ${touched} blocks, the budget is ${touched - 1}`,
                    detail: expect.stringMatching(
                        /^\d+ of them in Index Scan using sale_line_pkey on sale_line /,
                    ) as string,
                },
            ]);
        }));

    test("is broken by a lost index", ({ withShop }) =>
        withShop(async (database) => {
            const { buffers } = await assay(database, ofCustomer);
            const budget = { buffers: Math.ceil(1.3 * buffers.hit) };
            await withClient(database, (client) => client.query(`drop index ${index}; drop index sale_placed_on_idx`));
            const { findings } = await assay(database, ofCustomer, { budget });
            expect(findings).toContainEqual(
                expect.objectContaining({
                    code: "buffers-over-budget",
                    detail: expect.stringContaining("in Seq Scan on sale  filter: (") as string,
                }),
            );
        }));

    test("is compared with the same count twice", ({ withShop }) =>
        withShop(async (database) => {
            expect(await assay(database, queryOf(text))).toEqual(await assay(database, queryOf(text)));
        }));
});

describe("a case that returns nothing", () => {
    const query = queryOf("select id from sale where id = 0");

    test("is a warning unless it is meant to", ({ withShop }) =>
        withShop(async (database) => {
            expect((await assay(database, query)).findings).toMatchObject([{ code: "no-rows", severity: "warning" }]);
            expect((await assay(database, query, { mayBeEmpty: true })).findings).toEqual([]);
        }));
});

describe("a case that does not fit into memory", () => {
    test("is a warning that names the node", ({ withShop }) =>
        withShop(async (database) => {
            const query = queryOf("select count(*) from (select id from sale order by note, id offset 0) as sorted");
            expect((await assay(database, query)).findings).toEqual([]);
            const little = `alter database "${database.name}" set work_mem = '64kB'`;
            expect(await findingsAfter(database, little, query)).toMatchObject([
                {
                    code: "temp-files",
                    severity: "warning",
                    message: expect.stringMatching(/^wrote [\d,]+ blocks to temporary files$/) as string,
                    detail: expect.stringMatching(/^\d+ of them in Sort {2}note, id$/) as string,
                },
            ]);
        }));
});

describe("a statement that fails", () => {
    test.for([
        ["select missing from sale", 'column "missing" does not exist'],
        ["select 1 / (id - id) from sale", "division by zero"],
        ["select public.book()", "cannot execute INSERT in a read-only transaction"],
    ] as const)("is told with file and case: %s", ([text, happened], { withShop }) =>
        withShop(async (database) => {
            await withClient(database, (client) =>
                client.query(`create function public.book() returns void language sql as
                    $$ insert into public.product values (0, 'none', 1, '{}') $$`),
            );
            await expect(assay(database, queryOf(text))).rejects.toMatchObject({
                kind: "usage",
                parts: { tried: 'execute case "typical" of queries/shop/query.sql', happened },
            });
        }),
    );

    test("is told with all others that fail", ({ withShop }) =>
        withShop(async (database) => {
            const bound = ["select missing from sale", "select 1", "select 1 / 0 from sale"].map((text, i) => {
                const query = queryOf(text, { file: `queries/shop/${i + 1}.sql` });
                return { query, case: query.cases[0], values: [] };
            });
            await expect(assayPlans(database, bound, silent)).rejects.toMatchObject({
                kind: "usage",
                parts: {
                    tried: "plan all queries",
                    happened:
                        "2 cases failed:\n" +
                        '    execute case "typical" of queries/shop/1.sql: column "missing" does not exist\n' +
                        '    execute case "typical" of queries/shop/3.sql: division by zero',
                    remedy: "correct the statement, the types of its parameters or the arguments of the case",
                },
            });
        }));

    test("is no mistake of its author when the server ends it", ({ withShop }) =>
        withShop(async (database) => {
            const ended = queryOf("select pg_catalog.pg_terminate_backend(pg_catalog.pg_backend_pid())");
            await expect(assay(database, ended)).rejects.toMatchObject({
                kind: "environment",
                parts: {
                    tried: 'execute case "typical" of queries/shop/query.sql',
                    happened: "terminating connection due to administrator command",
                },
            });
        }));
});
