import { describe, expect } from "vitest";
import { silent } from "../../src/core/progress.ts";
import type { BoundCase } from "../../src/core/query.ts";
import { unstablePlans } from "../../src/plan/unstable-plans.ts";
import type { Stability } from "../../src/plan/unstable-plans.ts";
import { withClient } from "../../src/server/client.ts";
import type { Database } from "../../src/server/cluster.ts";
import { injectFigures } from "../../src/statistics/inject.ts";
import { perturbations } from "../../src/statistics/perturbations.ts";
import { readFigures } from "../../src/statistics/read-figures.ts";
import { queryOf } from "./query-of.ts";
import { test } from "./shop.ts";

/** Two columns alike, each with its index, of more rows than ANALYZE looks at; and a key. */
const items = `
    create table item (id int primary key, left_code int not null, right_code int not null, note text);
    insert into item select n, n * 7919 % 6000, n * 6007 % 6000, 'note' from generate_series(1, 60000) as n;
    create index item_left_idx on item (left_code);
    create index item_right_idx on item (right_code);
    -- ANALYZE looks at other rows each time: what it may err about must not decide whether the two are alike.
    alter table item
        alter column left_code set (n_distinct = 6000),
        alter column right_code set (n_distinct = 6000);`;

/** A code that no sample took for a common one. */
const usualCode = `
    select min(code)
    from generate_series(0, 5999) as code
    where not exists (
        select
        from pg_catalog.pg_stats
        where tablename = 'item' and code::text = any (most_common_vals::text::text[])
    )`;

function caseOf(id: string, text: string): BoundCase {
    const query = queryOf(text, { id });
    return { query, case: query.cases[0], values: [] };
}

function tieOf(code: number): BoundCase {
    return caseOf("item/tie", `select note from item where left_code = ${code} and right_code = ${code}`);
}

const key = caseOf("item/key", "select note from item where id = 7");

async function stabilityOf(database: Database, cases: readonly BoundCase[]): Promise<Stability> {
    const variations = perturbations(await readFigures(database, [])).map(({ figures, ...about }) => ({
        ...about,
        apply: (client: Parameters<typeof injectFigures>[0]) => injectFigures(client, [figures]),
    }));
    return unstablePlans(database, cases, variations, silent);
}

async function statisticsOf(database: Database): Promise<unknown> {
    return withClient(database, async (client) => {
        const columns = await client.query(
            "select * from pg_catalog.pg_stats where schemaname = 'public' order by tablename, attname",
        );
        const tables = await client.query(
            "select relname, reltuples, relpages from pg_catalog.pg_class where oid >= 16384 order by relname",
        );
        return { columns: columns.rows, tables: tables.rows };
    });
}

describe("a plan under small changes of statistics", () => {
    test("is named with what flips it, the same each time, and nothing of it stays", ({ withShop }) =>
        withShop(async (database) => {
            const tie = await withClient(database, async (client) => {
                await client.query(items);
                await client.query("analyze");
                await client.query(`alter database "${database.name}" set enable_bitmapscan = off`);
                const { rows } = await client.query<{ min: number }>(usualCode);
                return tieOf(rows[0]?.min ?? 0);
            });
            const before = await statisticsOf(database);
            const found = await stabilityOf(database, [tie, key]);
            expect(found.findings).toMatchObject([
                {
                    code: "plan-unstable",
                    severity: "warning",
                    subject: "item/tie#typical",
                    detail: expect.stringMatching(
                        /^public\.item\.(left|right)_code: (more|fewer) different values\n[^]*- Index Scan using item_(left|right)_idx[^]*\+ Index Scan using item_(right|left)_idx/m,
                    ) as string,
                },
            ]);
            expect(await stabilityOf(database, [tie, key])).toEqual(found);
            expect(await statisticsOf(database)).toEqual(before);
        }));

    test("is tried under those of its own tables and columns", ({ withShop }) =>
        withShop(async (database) => {
            const small = caseOf("customer/one", "select country from customer where id = 7");
            // ANALYZE looked at every customer, so that only their number can be another one.
            expect(await stabilityOf(database, [small])).toMatchObject({ plans: 2, findings: [] });
        }));
});
