import { readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect } from "vitest";
import type { Finding } from "../../../src/core/finding.ts";
import type { PlanResult } from "../../../src/core/plan-result.ts";
import type { BoundCase, CaseBudget, Query, QueryCase } from "../../../src/core/query.ts";
import { planAfter } from "../../../src/plan/explain.ts";
import { acceptPlans } from "../../../src/plan/golden/accept.ts";
import { withGoldenBudgets } from "../../../src/plan/golden/derived-budget.ts";
import { readGoldens } from "../../../src/plan/golden/golden-files.ts";
import { judgePlans } from "../../../src/plan/golden/judge.ts";
import type { PlanRun } from "../../../src/plan/golden/plan-run.ts";
import { indentLines, planLines } from "../../../src/plan/tree.ts";
import { withClient } from "../../../src/server/client.ts";
import type { Database } from "../../../src/server/cluster.ts";
import { queryOf } from "../query-of.ts";
import { test } from "../shop.ts";
import { planRun, withGoldens } from "./accepted.ts";

const parameters = [{ name: "id", type: "int" }];
const plain = queryOf("select id, note from sale where id = $1::int", { id: "order/by_id", parameters });

function queryWith(given: Partial<Query>, id: number | "lookup" = 7): Query {
    const argument =
        id === "lookup"
            ? ({ kind: "lookup", name: "first", sql: "select min(id) from sale" } as const)
            : ({ kind: "literal", value: id } as const);
    return {
        ...plain,
        ...given,
        cases: (given.cases ?? plain.cases).map((one) => ({ ...one, arguments: [argument] })),
    };
}

const byId = queryWith({});

/** Accepts the plans of some queries, then holds those of others against them. */
async function judgeAfter(
    database: Database,
    accepted: readonly Query[],
    given: readonly Query[],
    run: Partial<PlanRun> = {},
): Promise<{ findings: readonly Finding[]; golden: readonly PlanResult["golden"][] }> {
    return withGoldens(async (directory) => {
        if (accepted.length > 0) await acceptPlans(directory, await planRun(database, accepted), undefined);
        const { results, others } = await judgePlans(await readGoldens(directory), await planRun(database, given, run));
        return {
            findings: [...results.flatMap(({ findings }) => findings), ...others],
            golden: results.map(({ golden }) => golden),
        };
    });
}

describe("accepting plans", () => {
    test("writes a file a query, and twice is once", ({ withShop }) =>
        withShop((database) =>
            withGoldens(async (directory) => {
                const other = queryWith({ id: "product/dearest", text: "select name from product where id = $1::int" });
                const run = await planRun(database, [byId, other]);
                const first = await acceptPlans(directory, run, "a first look");
                expect(first).toEqual({ written: ["order/by_id", "product/dearest"], unchanged: [], removed: [] });
                const text = await readFile(join(directory, "order/by_id.plan"), "utf8");
                expect(text).toMatch(/^reason: a first look$/m);
                expect(text).toMatch(/^ {4}Index Scan using sale_pkey on sale {2}\(id = :id\)$/m);
                const again = await acceptPlans(directory, await planRun(database, [byId, other]), "a second");
                expect(again.unchanged).toEqual(["order/by_id", "product/dearest"]);
                expect(await readFile(join(directory, "order/by_id.plan"), "utf8")).toBe(text);
            }),
        ));

    test("of some queries leaves the others, and of all removes what is gone", ({ withShop }) =>
        withShop((database) =>
            withGoldens(async (directory) => {
                await acceptPlans(
                    directory,
                    await planRun(database, [byId, queryWith({ id: "order/gone" })]),
                    undefined,
                );
                const part = await planRun(database, [byId], { isWhole: false });
                expect((await acceptPlans(directory, part, undefined)).removed).toEqual([]);
                const whole = await planRun(database, [byId]);
                expect((await acceptPlans(directory, whole, undefined)).removed).toEqual(["order/gone"]);
                expect(await readdir(join(directory, "order"))).toEqual(["by_id.plan"]);
            }),
        ));

    test("at another scale keeps those of the first, and each is compared with its own", ({ withShop }) =>
        withShop((database) =>
            withGoldens(async (directory) => {
                const at = (scale: number): Promise<PlanRun> => planRun(database, [byId], { scale });
                await acceptPlans(directory, await at(1), undefined);
                await acceptPlans(directory, await at(100), undefined);
                const text = await readFile(join(directory, "order/by_id.plan"), "utf8");
                expect(text.match(/^case .*$/gm)).toEqual(["case typical at scale 1", "case typical at scale 100"]);
                for (const scale of [1, 100]) {
                    const { results, others } = await judgePlans(await readGoldens(directory), await at(scale));
                    expect([results[0]?.golden, others]).toEqual(["accepted", []]);
                }
                // Nobody accepted anything at this scale, so nothing lacks.
                const { results } = await judgePlans(await readGoldens(directory), await at(7));
                expect(results[0]).toMatchObject({ golden: "none", findings: [] });
            }),
        ));
});

describe("comparing plans", () => {
    test("finds nothing where nothing changed", ({ withShop }) =>
        withShop(async (database) => {
            expect(await judgeAfter(database, [byId], [byId])).toEqual({ findings: [], golden: ["accepted"] });
        }));

    test("misses the golden of a new query", ({ withShop }) =>
        withShop(async (database) => {
            const { findings, golden } = await judgeAfter(database, [byId], [byId, queryWith({ id: "order/fresh" })]);
            expect(findings).toMatchObject([
                { code: "golden-missing", severity: "error", subject: "order/fresh#typical" },
            ]);
            expect(golden).toEqual(["accepted", "none"]);
        }));

    test("finds goldens of queries and cases that are gone", ({ withShop }) =>
        withShop(async (database) => {
            const [one] = byId.cases;
            if (!one) throw new Error("no case");
            const two = queryWith({ cases: [one, { ...one, name: "hot" }] });
            const gone = queryWith({ id: "order/gone" });
            expect((await judgeAfter(database, [two, gone], [byId])).findings).toMatchObject([
                { code: "golden-stale", severity: "error", subject: "order/by_id#hot" },
                { code: "golden-stale", severity: "error", subject: "order/gone" },
            ]);
            const part = { isWhole: false, known: [byId, gone] };
            expect((await judgeAfter(database, [byId, gone], [byId], part)).findings).toEqual([]);
        }));

    test("tells a statement or arguments that changed from a plan that did", ({ withShop }) =>
        withShop(async (database) => {
            const text = "select note, id from sale where id = $1::int";
            expect((await judgeAfter(database, [byId], [queryWith({ text })])).findings).toMatchObject([
                {
                    code: "golden-query-changed",
                    severity: "warning",
                    subject: "order/by_id",
                    message: expect.stringMatching(/^the statement changed/) as string,
                },
            ]);
            expect((await judgeAfter(database, [byId], [queryWith({}, "lookup")])).findings).toMatchObject([
                {
                    code: "golden-query-changed",
                    subject: "order/by_id#typical",
                    message: expect.stringMatching(/^arguments of the case changed/) as string,
                },
            ]);
        }));

    test("knows a plan again when what it computes from its parameters has other values", ({ withShop }) =>
        withShop(async (database) => {
            const text = "select note from sale where id between $1::int * 2 and ($1::int + 50)";
            const { findings } = await judgeAfter(database, [queryWith({ text }, 7)], [queryWith({ text }, 8)]);
            expect(findings).toMatchObject([{ code: "golden-query-changed", subject: "order/by_id#typical" }]);
            const other = "select note from sale where id between $1::int * 3 and $1::int + 50";
            const changed = await judgeAfter(database, [queryWith({ text }, 7)], [queryWith({ text: other }, 7)]);
            expect(changed.findings).toMatchObject([
                {
                    code: "plan-changed",
                    message: "the plan changed, it seems because the statement is another one",
                    detail: expect.stringMatching(
                        /- .*id >= \(:id \* 2\) and .*\n *\+ .*id >= \(:id \* 3\) and /,
                    ) as string,
                },
            ]);
        }));

    test("executes nothing to know what is computed", ({ withShop }) =>
        withShop(async (database) => {
            await withClient(database, (client) =>
                client.query(
                    `create function public.refuse(id int) returns int language plpgsql
                    as $$ begin raise exception 'called'; end $$`,
                ),
            );
            const bound = {
                query: queryWith({ text: "select note from sale where id = refuse($1::int) + ($1::int + 1)" }),
                case: byId.cases[0] as QueryCase,
                values: [7],
            };
            const { plan, context } = await planAfter(database, bound, []);
            expect(indentLines(planLines(plan, context))).toEqual([
                "Seq Scan on sale  filter: (id = (refuse(:id) + (:id + 1)))",
            ]);
        }));

    test("tells another server, dataset or setting, once each", ({ withShop }) =>
        withShop(async (database) => {
            const queries = [byId, queryWith({ id: "order/twin" })];
            const ground = { serverVersion: "19.1", dataset: "shop, seed 2" };
            await withClient(database, (client) =>
                client.query(`alter database "${database.name}" set work_mem = '4MB'`),
            );
            const { findings } = await withGoldens(async (directory) => {
                await acceptPlans(directory, await planRun(database, queries), undefined);
                await withClient(database, (client) =>
                    client.query(`alter database "${database.name}" set work_mem = '5MB'`),
                );
                const { results, others } = await judgePlans(
                    await readGoldens(directory),
                    await planRun(database, queries, ground),
                );
                expect(results.map(({ golden }) => golden)).toEqual(["accepted", "accepted"]);
                return { findings: others };
            });
            expect(findings).toEqual([
                {
                    code: "golden-server-changed",
                    severity: "warning",
                    subject: "server",
                    message: "it is PostgreSQL 19, and plans were accepted with PostgreSQL 18",
                },
                {
                    code: "golden-dataset-changed",
                    severity: "warning",
                    subject: "dataset",
                    message: "it is shop, seed 2, and plans were accepted with shop, seed 1",
                },
                {
                    code: "golden-settings-changed",
                    severity: "warning",
                    subject: "work_mem",
                    message: "it is 5MB, and plans were accepted with what is built in",
                },
            ]);
        }));

    test("tells indexes of one name in two schemas apart", ({ withShop }) =>
        withShop((database) =>
            withGoldens(async (directory) => {
                const fill = (schema: string, keys: string): string => `
                    create schema "${schema}";
                    create table "${schema}"."Bill" (id int primary key, payer int not null);
                    insert into "${schema}"."Bill" select n, n % 500 from generate_series(1, 20000) as n;
                    create index "Bill_payer" on "${schema}"."Bill" (${keys});`;
                await withClient(database, async (client) => {
                    await client.query(fill("north", "payer") + fill("South.1", "payer, id"));
                    await client.query("analyze");
                });
                const queries = [
                    queryWith({ id: "bill/north", text: 'select id from north."Bill" where payer = $1::int' }),
                    queryWith({ id: "bill/south", text: 'select * from "South.1"."Bill" where payer = $1::int' }),
                    queryWith({ id: "server/relation", text: "select relname from pg_class where oid = $1::int" }),
                ];
                const judged = async (): Promise<PlanResult[]> => [
                    ...(await judgePlans(await readGoldens(directory), await planRun(database, queries))).results,
                ];
                await acceptPlans(directory, await planRun(database, queries), undefined);
                expect((await judged()).map(({ golden, indexes }) => [golden, indexes])).toEqual([
                    ["accepted", ["north.Bill_payer"]],
                    ["accepted", ["South.1.Bill_payer"]],
                    ["accepted", ["pg_class_oid_index"]],
                ]);
                // A plan shows both by the same name, and the quotes that it needs.
                await withClient(database, (client) =>
                    client.query(
                        'drop index "South.1"."Bill_payer"; create index "Bill_payer" on "South.1"."Bill" (payer)',
                    ),
                );
                const [north, south] = await judged();
                expect([north?.golden, north?.findings.filter(({ code }) => code === "plan-changed")]).toEqual([
                    "accepted",
                    [],
                ]);
                expect(south?.findings).toContainEqual(
                    expect.objectContaining({
                        code: "plan-changed",
                        message: "the plan changed because index South.1.Bill_payer is another one",
                    }),
                );
            }),
        ));

    test("names other arguments as the cause of another plan", ({ withShop }) =>
        withShop(async (database) => {
            const upTo = { text: "select note from sale where id < $1::int" };
            const { findings, golden } = await judgeAfter(database, [queryWith(upTo, 7)], [queryWith(upTo, 19_999)]);
            expect(findings).toMatchObject([
                {
                    code: "plan-changed",
                    subject: "order/by_id#typical",
                    message: "the plan changed, it seems because the case has other arguments",
                },
            ]);
            expect(golden).toEqual(["changed"]);
        }));
});

test("a case without a budget of blocks may touch a third more than its golden", () => {
    const [one] = byId.cases;
    if (!one) throw new Error("no case");
    const bound = (budget: CaseBudget): BoundCase => ({ query: byId, case: { ...one, budget }, values: [] });
    const accepted = {
        name: "typical",
        scale: 1,
        arguments: [],
        tree: ["Result"],
        alternatives: [],
        buffers: 10,
        rows: new Map(),
    };
    const ground = { server: "18", dataset: "shop", settings: new Map(), indexes: new Map(), evidence: new Map() };
    const golden = { query: byId.id, reason: undefined, statement: "", cases: [accepted], modelled: [], ...ground };
    const budgets = (budget: CaseBudget, scale: number): CaseBudget[] =>
        withGoldenBudgets([bound(budget)], new Map([[byId.id, golden]]), scale).map((given) => given.case.budget);
    expect(budgets({ qError: 3 }, 1)).toEqual([{ qError: 3, buffers: 14 }]);
    expect(budgets({ buffers: 5 }, 1)).toEqual([{ buffers: 5 }]);
    expect(budgets({}, 10)).toEqual([{}]);
});

test("a file that is not where its query is, or is no golden, is refused", ({ withShop }) =>
    withShop((database) =>
        withGoldens(async (directory) => {
            const run = await planRun(database, [byId]);
            await acceptPlans(directory, run, undefined);
            await rename(join(directory, "order/by_id.plan"), join(directory, "order/moved.plan"));
            await expect(readGoldens(directory)).rejects.toThrow(/they are those of order\/by_id/);
            await writeFile(join(directory, "order/moved.plan"), "<<<<<<< ours\n");
            await expect(readGoldens(directory)).rejects.toThrow(
                /order\/moved\.plan[^]*line 1 is no fact[^]*remove it/,
            );
            // Which helps.
            await rm(join(directory, "order/moved.plan"));
            expect(await acceptPlans(directory, run, undefined)).toMatchObject({ written: ["order/by_id"] });
        }),
    ));
