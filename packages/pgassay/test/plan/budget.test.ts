import { describe, expect } from "vitest";
import type { PlanResult } from "../../src/core/plan-result.ts";
import { silent } from "../../src/core/progress.ts";
import type { CaseBudget, Query } from "../../src/core/query.ts";
import { assayPlans } from "../../src/plan/assay.ts";
import { withClient } from "../../src/server/client.ts";
import type { Database } from "../../src/server/cluster.ts";
import { queryOf } from "./query-of.ts";
import { test } from "./shop.ts";

async function assay(
    database: Database,
    query: Query,
    budget: CaseBudget = {},
    values: readonly unknown[] = [],
): Promise<PlanResult> {
    const [one] = query.cases;
    if (!one) throw new Error("a query without cases");
    const [result] = await assayPlans(database, [{ query, case: { ...one, budget }, values }], silent);
    if (!result) throw new Error("no result");
    return result;
}

describe("the budget of rows removed", () => {
    const query = queryOf("select id from sale where note like '%x%' or id < 3");

    test("may be used up, and a row more is a finding that names the node", ({ withShop }) =>
        withShop(async (database) => {
            const { rowsRemoved } = await assay(database, query);
            expect(rowsRemoved).toBe(19_998);
            expect((await assay(database, query, { rowsRemoved })).findings).toEqual([]);
            expect((await assay(database, query, { rowsRemoved: rowsRemoved - 1 })).findings).toMatchObject([
                {
                    code: "rows-removed-over-budget",
                    severity: "error",
                    message: "read 19,998 rows only to throw them away, the budget is 19,997",
                    detail: expect.stringMatching(/^19,998 of them in Seq Scan on sale /) as string,
                },
            ]);
        }));

    test("counts those of every loop", ({ withShop }) =>
        withShop(async (database) => {
            const looped = queryOf(
                `select s.id from generate_series(1, 10) as n
                 cross join lateral (select id from sale where sale.id = n and note is not null offset 0) as s`,
            );
            const { rowsRemoved, rows } = await assay(database, looped);
            expect([rows, rowsRemoved]).toEqual([0, 10]);
        }));
});

describe("the budget of temporary blocks", () => {
    const query = queryOf("select count(*) from (select id from sale order by note, id offset 0) as sorted");

    test("takes the place of the warning", ({ withShop }) =>
        withShop(async (database) => {
            await withClient(database, (client) =>
                client.query(`alter database "${database.name}" set work_mem = '64kB'`),
            );
            const { buffers } = await assay(database, query);
            expect((await assay(database, query, { tempBlocks: buffers.tempWritten })).findings).toEqual([]);
            expect((await assay(database, query, { tempBlocks: 1 })).findings).toMatchObject([
                {
                    code: "temp-blocks-over-budget",
                    severity: "error",
                    message: `wrote ${buffers.tempWritten} blocks to temporary files, the budget is 1`,
                    detail: expect.stringContaining("of them in Sort") as string,
                },
            ]);
        }));
});

describe("the budget of wrong estimates", () => {
    test("names the node whose estimate is furthest off", ({ withShop }) =>
        withShop(async (database) => {
            const query = queryOf("select id from sale where id % 2 = 0");
            const { qError, findings } = await assay(database, query);
            expect([qError, findings]).toEqual([100, []]);
            expect((await assay(database, query, { qError: 100 })).findings).toEqual([]);
            expect((await assay(database, query, { qError: 99.9 })).findings).toMatchObject([
                {
                    code: "q-error-over-budget",
                    severity: "error",
                    message: "an estimate of rows is wrong by a factor of 100, the budget is 99.9",
                    detail: expect.stringMatching(/^100 estimated, 10000 found by Seq Scan on sale /) as string,
                },
            ]);
        }));

    test.for([
        ["is below a limit", "select id from sale where id % 2 = 0 limit 5"],
        [
            "was never executed",
            "select s.id from sale as s join sale as o on o.id % 2 = 0 and o.note = s.note where s.id < 0",
        ],
        [
            "answers whether there is a row",
            "select id from product where id = 3 and exists (select from sale where id % 2 = 0)",
        ],
    ] as const)("leaves out a node that %s", ([, text], { withShop }) =>
        withShop(async (database) => {
            expect((await assay(database, queryOf(text))).qError).toBeLessThan(50);
        }),
    );

    test("judges what a limit reads whole, because it is sorted first", ({ withShop }) =>
        withShop(async (database) => {
            const query = queryOf("select id from sale where id % 2 = 0 order by note limit 5");
            expect((await assay(database, query)).qError).toBe(100);
        }));
});

describe("a plan for all values", () => {
    const parameters = [{ name: "customer_id", type: "int" }];
    const text = `select sum(l.quantity) from sale as s join sale_line as l on l.sale_id = s.id
        where s.customer_id = $1::int`;
    const query = queryOf(text, { parameters });

    test("that a prepared statement gets, and that touches many more blocks, is a finding with both", ({ withShop }) =>
        withShop(async (database) => {
            const result = await assay(database, query, {}, [1]);
            expect(result.generic).toMatchObject({ isChosen: true });
            const custom = result.buffers.hit + result.buffers.read;
            const generic = result.generic && "buffers" in result.generic ? result.generic.buffers : 0;
            expect(generic).toBeGreaterThan(2 * custom);
            expect(result.findings).toMatchObject([{ code: "generic-plan-worse", severity: "error" }]);
            expect(result.findings[0]?.detail).toMatch(
                /^for these values:\n {2}Aggregate[^]*\nfor all values:\n {2}Aggregate[^]*:customer_id/,
            );
            expect((await assay(database, query, { genericRatio: 100 }, [1])).findings).toEqual([]);
        }));

    test("that is the same plan is none", ({ withShop }) =>
        withShop(async (database) => {
            const { generic, findings } = await assay(database, query, {}, [17]);
            expect([generic, findings]).toEqual([undefined, []]);
        }));

    test("that the server does not choose is told, and no finding", ({ withShop }) =>
        withShop(async (database) => {
            const byState = queryOf(
                "select count(note) from sale where state = $1::text and placed_at < '2024-02-01'",
                {
                    parameters: [{ name: "state", type: "text" }],
                },
            );
            const { generic, findings } = await assay(database, byState, {}, ["open"]);
            expect(generic).toMatchObject({ isChosen: false, tree: ["Aggregate", expect.stringContaining(":state")] });
            expect(findings).toEqual([]);
        }));

    /** Fails, as with a timeout, when the plan for all values is executed. */
    const failing = `create function public.only_for_these_values() returns boolean stable language plpgsql as $$
        begin
            if current_setting('plan_cache_mode') = 'force_generic_plan' then
                raise 'canceling statement due to statement timeout' using errcode = 'query_canceled';
            end if;
            return true;
        end $$`;

    test("that fails is a finding with both, and the run goes on", ({ withShop }) =>
        withShop(async (database) => {
            await withClient(database, (client) => client.query(failing));
            const guarded = queryOf(`${text} and only_for_these_values()`, { parameters });
            const { generic, findings, rows } = await assay(database, guarded, {}, [1]);
            const failure = "canceling statement due to statement timeout";
            expect([generic, rows]).toMatchObject([{ isChosen: true, failure }, 1]);
            expect(findings).toMatchObject([
                {
                    code: "generic-plan-fails",
                    severity: "error",
                    message: `from the sixth execution on a prepared statement gets a plan for all values, which does not end well with these: ${failure}`,
                    detail: expect.stringMatching(/^for these values:[^]*\nfor all values:/) as string,
                },
            ]);
        }));

    test("that fails and is not chosen is told, and no finding", ({ withShop }) =>
        withShop(async (database) => {
            await withClient(database, (client) => client.query(failing));
            const unlikely = queryOf(
                `select count(note) from sale where state = $1::text and placed_at < '2024-02-01'
                    and only_for_these_values()`,
                { parameters: [{ name: "state", type: "text" }] },
            );
            const { generic, findings } = await assay(database, unlikely, {}, ["open"]);
            expect(generic).toMatchObject({ isChosen: false, failure: expect.any(String) as string });
            expect(findings).toEqual([]);
        }));

    test("leaves the time that planning took beside the plan, where it decides nothing", ({ withShop }) =>
        withShop(async (database) => {
            const { planningMs, findings } = await assay(database, query, {}, [17]);
            expect(planningMs).toBeGreaterThan(0);
            expect(findings).toEqual([]);
        }));
});
