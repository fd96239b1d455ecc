import { describe, expect, test as base } from "vitest";
import { PgassayError } from "../../src/core/errors.ts";
import { silent } from "../../src/core/progress.ts";
import type { Progress } from "../../src/core/progress.ts";
import type { BoundCase } from "../../src/core/query.ts";
import type { LatencyResult } from "../../src/core/run-record.ts";
import { measureLatency } from "../../src/measure/latency.ts";
import type { LatencyOptions } from "../../src/measure/measure-case.ts";
import { withStatementCounters } from "../../src/measure/statement-counters.ts";
import { readServerSettings } from "../../src/measure/server-settings.ts";
import { withClient } from "../../src/server/client.ts";
import type { Cluster, Database, Recipe, Template } from "../../src/server/cluster.ts";
import { withCluster } from "../../src/server/with-cluster.ts";
import { boundCase } from "./bound-case.ts";

const shop: Recipe = {
    name: "measure-shop",
    inputs: ["1"],
    build: (database) =>
        withClient(database, async (client) => {
            await client.query("create table item (id int primary key, name text not null)");
            await client.query("insert into item select n, 'item ' || n from generate_series(1, 1000) as n");
        }),
};

interface Shop {
    readonly cluster: Cluster;
    readonly template: Template;
}

const test = base.extend<{ shop: Shop }>({
    shop: [
        async ({}, use) => {
            await withCluster({ recipe: shop, progress: silent }, async (cluster) => {
                await use({ cluster, template: await cluster.ensureTemplate(shop, silent) });
            });
        },
        { scope: "file" },
    ],
});

const measure = (
    { cluster, template }: Shop,
    cases: readonly BoundCase[],
    options = brief,
    progress: Progress = silent,
): Promise<LatencyResult[]> => measureLatency(cluster, template, cases, options, progress);

/** Findings about the queries: how much else this machine has to do is no business of a test. */
const errorsOf = (result: LatencyResult | undefined): string[] =>
    (result?.findings ?? []).filter(({ severity }) => severity === "error").map(({ code }) => code);

/** A few executions of each case; nothing here depends on how fast they are. */
const brief: LatencyOptions = {
    warmUp: { minExecutions: 2, minTimeMs: 0, maxExecutions: 2, maxTimeMs: 60_000 },
    measured: { minExecutions: 30, minTimeMs: 0, maxExecutions: 30, maxTimeMs: 60_000 },
    mostWrites: 30,
    statementTimeoutMs: 60_000,
};

/** How many times this session has executed the statement, counted in a setting because it may not write. */
const countExecutions = `set_config('test.executions',
    (coalesce(nullif(current_setting('test.executions', true), ''), '0')::int + 1)::text, false)::int`;

const sleep20ms = "select pg_sleep(0.02)";

describe("measureLatency", () => {
    test("returns a result for each case, in order, and tells how far it is", async ({ shop }) => {
        const text = "select name from item where id = $1";
        const cases = ["hot", "typical", "cold"].map((name, index) => boundCase(text, { name, values: [index + 1] }));
        const told: string[] = [];
        const progress: Progress = {
            step: (name) => told.push(name),
            advance: (done, total, unit) => told.push(`${done}/${total} ${unit}`),
        };
        const results = await measure(shop, cases, brief, progress);
        expect(results.map((result) => result.case)).toEqual(["hot", "typical", "cold"]);
        for (const result of results) {
            expect(result).toMatchObject({ query: "shop/query", targetMsP95: 60_000 });
            expect(errorsOf(result)).toEqual([]);
            expect(result.first.samplesUs).toHaveLength(30);
            expect(result.confirmation).toBeUndefined();
        }
        expect(told).toEqual(["measure latency of what reads", "0/3 case", "1/3 case", "2/3 case", "3/3 case"]);
    });

    test("keeps samples in the order of execution and those of the warm-up out", async ({ shop }) => {
        // Executions 1, 2 and 3 are the warm-up; every second one sleeps, which none does in less time than that: were
        // samples sorted, or those of the warm-up among them, one that does not sleep would stand where one does.
        const text = `select pg_sleep(case when n % 2 = 0 then 0.2 else 0 end)
                      from (select ${countExecutions} as n) as counted`;
        const [result] = await measure(shop, [boundCase(text)], {
            ...brief,
            warmUp: { ...brief.warmUp, minExecutions: 3, maxExecutions: 3 },
            measured: { ...brief.measured, minExecutions: 10, maxExecutions: 10 },
        });
        const samples = result?.first.samplesUs ?? [];
        expect(samples).toHaveLength(10);
        for (const asleep of [0, 2, 4, 6, 8]) expect(samples[asleep]).toBeGreaterThanOrEqual(199_000);
    });

    test("executes a named prepared statement of the session", async ({ shop }) => {
        // Divides by zero unless the session holds a statement that came over the protocol with a name.
        const text = "select 1 / count(*) from pg_prepared_statements where not from_sql and name <> ''";
        await expect(measure(shop, [boundCase(text)])).resolves.toHaveLength(1);
    });

    test("ends a slow case by time and says that its samples are few", async ({ shop }) => {
        const options = { ...brief, measured: { minExecutions: 30, minTimeMs: 0, maxExecutions: 30, maxTimeMs: 100 } };
        const [result] = await measure(shop, [boundCase("select pg_sleep(0.06)")], options);
        expect(result?.first.samplesUs.length).toBeLessThanOrEqual(2);
        expect(result?.first.doubts).toContain("few-samples");
        expect(result?.findings[0]).toMatchObject({ code: "latency-doubtful", severity: "warning" });
        expect(errorsOf(result)).toEqual([]);
    });

    test("makes a finding of a target that is missed twice", async ({ shop }) => {
        const cases = [boundCase("select 1"), boundCase(sleep20ms, { name: "hot", targetMsP95: 5 })];
        const [quick, slow] = await measure(shop, cases);
        expect(errorsOf(quick)).toEqual([]);
        expect(slow?.confirmation?.p50Ms).toBeGreaterThanOrEqual(20);
        expect(slow?.findings[0]).toMatchObject({ code: "latency-over-target", subject: "shop/query#hot" });
        expect(errorsOf(slow)).toEqual(["latency-over-target"]);
    });

    test("makes none of a target that a new connection meets", async ({ shop }) => {
        // Slow while the session that was there when the case began is the one that executes it.
        const text = `select pg_sleep(1)
                      from pg_stat_activity
                      where pid = pg_backend_pid() and
                          (select count(*) from pg_prepared_statements where name = 'case_0') = 1`;
        const [result] = await measure(shop, [boundCase(text, { targetMsP95: 900 })], {
            ...brief,
            warmUp: { ...brief.warmUp, minExecutions: 1, maxExecutions: 1 },
            measured: { ...brief.measured, maxTimeMs: 500 },
        });
        expect(result?.first.p95Ms).toBeGreaterThan(900);
        expect(result?.confirmation?.p95Ms).toBeLessThan(900);
        expect(errorsOf(result)).toEqual([]);
    });

    test("goes on after a case that takes too long, which is over its target", async ({ shop }) => {
        const cases = [boundCase("select pg_sleep(60)", { targetMsP95: 1 }), boundCase("select 1")];
        const results = await measure(shop, cases, { ...brief, statementTimeoutMs: 100 });
        expect(results[0]?.first).toMatchObject({ samplesUs: [100_000], p95Ms: 100, doubts: ["timed-out"] });
        expect(results[0]?.findings.map(({ code }) => code)).toEqual(["latency-over-target", "latency-doubtful"]);
        expect(errorsOf(results[1])).toEqual([]);
    });

    describe("what stands beside the samples", () => {
        test("processor time is that of the server's process, an execution each", async ({ shop }) => {
            const cases = [
                boundCase("select count(*) from generate_series(1, 30000)"),
                boundCase("select pg_sleep(0.01)", { name: "asleep" }),
            ];
            const [busy, asleep] = (await measure(shop, cases)).map(({ first }) => first);
            expect(busy?.processor?.samplesUs).toHaveLength(30);
            expect(busy?.processor?.p50Ms).toBeGreaterThan(0.5);
            expect(asleep?.p50Ms).toBeGreaterThanOrEqual(10);
            expect(asleep?.processor?.p50Ms).toBeLessThan(2);
        });

        test("the server's part of a call is apart from the client's", async ({ shop }) => {
            const cases = [
                boundCase("select pg_sleep(0.01)"),
                boundCase("select id from item where id <= 500", { name: "rows" }),
            ];
            const [first, second] = (await measure(shop, cases)).map((result) => result.first);
            const { perCall: asleep, samplesUs = [] } = first ?? {};
            const rows = second?.perCall;
            expect(asleep?.executeMs).toBeGreaterThanOrEqual(10);
            const { planMs = 0, executeMs = 0, clientMs = 0 } = asleep ?? {};
            const meanMs = samplesUs.reduce((sum, us) => sum + us, 0) / samplesUs.length / 1000;
            expect(planMs + executeMs + clientMs).toBeCloseTo(meanMs, 2);
            expect(rows).toMatchObject({ walRecords: 0, walBytes: 0 });
            // 1,000 rows of this width fill seven blocks, and the index is small.
            expect(rows?.blocks).toBeGreaterThanOrEqual(2);
            expect(rows?.blocks).toBeLessThanOrEqual(12);
        });

        test("planning is counted where the plan depends on the values", async ({ shop }) => {
            const [result] = await measure(shop, [boundCase("select name from item where id = $1", { values: [1] })], {
                ...brief,
                // No plan for all values before the sixth execution.
                warmUp: { ...brief.warmUp, maxTimeMs: 0 },
                measured: { ...brief.measured, minExecutions: 3, maxExecutions: 3 },
            });
            expect(result?.first.perCall?.planMs).toBeGreaterThan(0);
        });

        test("nothing of the server's part is told when somebody else is at work", async ({ shop }) => {
            await shop.cluster.withClone(shop.template, (clone) =>
                withStatementCounters(clone, async (counters) => {
                    await counters?.restart();
                    await withClient(clone, (client) => client.query("select 1"));
                    expect(await counters?.read(1)).toMatchObject({ blocks: 0 });
                    expect(await counters?.read(2)).toBeUndefined();
                }),
            );
        });
    });

    describe("what writes", () => {
        const insert: BoundCase = boundCase("insert into item select coalesce(max(id), 0) + 1, 'new' from item");
        const write: BoundCase = { ...insert, query: { ...insert.query, kind: "write" } };

        test("is undone each time, after what reads, and the dataset is as it was", async ({ shop }) => {
            const count = boundCase("select 1 / (count(*) - 999) from item having count(*) = 1000", { name: "count" });
            const steps: string[] = [];
            const progress: Progress = { step: (name) => steps.push(name), advance: () => {} };
            const results = await measure(shop, [write, count], { ...brief, mostWrites: 20 }, progress);
            expect(results.map((result) => result.case)).toEqual(["typical", "count"]);
            expect(steps).toEqual(["measure latency of what reads", "measure latency of what writes"]);
            expect(results[0]?.first.samplesUs).toHaveLength(20);
            expect(results[0]?.first.perCall?.walRecords).toBeGreaterThanOrEqual(1);
            const { rows } = await shop.cluster.withClone(shop.template, (clone) =>
                withClient(clone, (client) => client.query("select count(*)::int from item")),
            );
            expect(rows).toEqual([{ count: 1000 }]);
        });

        test("that takes too long leaves the session fit for the next one", async ({ shop }) => {
            const slow: BoundCase = {
                ...write,
                query: { ...write.query, targetMsP95: 1, text: "select pg_sleep(60)" },
            };
            const results = await measure(shop, [slow, write], { ...brief, statementTimeoutMs: 100 });
            expect(results[0]?.first.doubts).toEqual(["timed-out"]);
            expect(results[1]?.first.samplesUs).toHaveLength(30);
        });
    });

    describe("stops with an error that names the case", () => {
        const errorOf = async (at: Shop, text: string, options = brief): Promise<PgassayError> => {
            const error = await measure(at, [boundCase(text, { targetMsP95: 1 })], options).catch(
                (thrown: unknown) => thrown,
            );
            if (!(error instanceof PgassayError)) throw new Error("no PgassayError", { cause: error });
            expect(error.parts.tried).toBe(`measure case "typical" of queries/shop/query.sql`);
            return error;
        };

        test("when the query writes and does not say so", async ({ shop }) => {
            const error = await errorOf(shop, "delete from item");
            expect(error.kind).toBe("usage");
            expect(error.parts.happened).toContain("cannot execute DELETE in a read-only transaction");
        });

        test("when the query is wrong", async ({ shop }) => {
            const error = await errorOf(shop, "select nme from item");
            expect(error.kind).toBe("usage");
            expect(error.parts.happened).toBe('column "nme" does not exist');
        });

        test("when the server drops the connection", async ({ shop }) => {
            const error = await errorOf(shop, "select pg_terminate_backend(pg_backend_pid())");
            expect(error.kind).toBe("environment");
        });
    });

    test("allows an execution four times its target where that is more than the timeout", async ({ shop }) => {
        const patient = boundCase("select pg_sleep(0.15)", { targetMsP95: 1000 });
        const options = { ...brief, measured: { ...brief.measured, maxTimeMs: 0 }, statementTimeoutMs: 50 };
        await expect(measure(shop, [patient], options)).resolves.toHaveLength(1);
    });
});

describe("readServerSettings", () => {
    test("shows what a session of the database has, in the order of names", async ({ shop }) => {
        const settings = await shop.cluster.withClone(shop.template, async (clone: Database) => {
            await withClient(clone, (client) => client.query(`alter database "${clone.name}" set work_mem = '7MB'`));
            return readServerSettings(clone);
        });
        expect(settings).toMatchObject({ work_mem: "7MB", jit: "off", random_page_cost: "1.1" });
        expect(Object.keys(settings)).toEqual(Object.keys(settings).toSorted());
    });
});
