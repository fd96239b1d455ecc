import { describe, expect, test as base } from "vitest";
import { PgassayError } from "../../src/core/errors.ts";
import { silent } from "../../src/core/progress.ts";
import type { Progress } from "../../src/core/progress.ts";
import { measureLatency } from "../../src/measure/latency.ts";
import type { LatencyOptions } from "../../src/measure/latency.ts";
import { readServerSettings } from "../../src/measure/server-settings.ts";
import { withClient } from "../../src/server/client.ts";
import type { Database, Recipe } from "../../src/server/cluster.ts";
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

const test = base.extend<{ database: Database }>({
    database: [
        async ({}, use) => {
            await withCluster({ recipe: shop, progress: silent }, async (cluster) => {
                await cluster.withClone(await cluster.ensureTemplate(shop, silent), use);
            });
        },
        { scope: "file" },
    ],
});

/** A few executions of each case; nothing here depends on how fast they are. */
const brief: LatencyOptions = {
    warmUp: { minExecutions: 2, minTimeMs: 0, maxExecutions: 2, maxTimeMs: 5000 },
    measured: { minExecutions: 30, minTimeMs: 0, maxExecutions: 30, maxTimeMs: 5000 },
    statementTimeoutMs: 5000,
};

/** How many times this session has executed the statement, counted in a setting because it may not write. */
const countExecutions = `set_config('test.executions',
    (coalesce(nullif(current_setting('test.executions', true), ''), '0')::int + 1)::text, false)::int`;

const sleep20ms = "select pg_sleep(0.02)";

describe("measureLatency", () => {
    test("returns a result for each case, in order, and tells how far it is", async ({ database }) => {
        const text = "select name from item where id = $1";
        const cases = ["hot", "typical", "cold"].map((name, index) => boundCase(text, { name, values: [index + 1] }));
        const told: string[] = [];
        const progress: Progress = {
            step: (name) => told.push(name),
            advance: (done, total, unit) => told.push(`${done}/${total} ${unit}`),
        };
        const results = await measureLatency(database, cases, brief, progress);
        expect(results.map((result) => result.case)).toEqual(["hot", "typical", "cold"]);
        for (const result of results) {
            expect(result).toMatchObject({ query: "shop/query", targetMsP95: 60_000, findings: [] });
            expect(result.first.samplesUs).toHaveLength(30);
            expect(result.confirmation).toBeUndefined();
        }
        expect(told).toEqual(["measure latency", "0/3 cases", "1/3 cases", "2/3 cases", "3/3 cases"]);
    });

    test("keeps samples in the order of execution and those of the warm-up out", async ({ database }) => {
        // Executions 1 and 2 are the warm-up; from then on every second one sleeps.
        const text = `select pg_sleep(case when n <= 2 then 0.4 when n % 2 = 0 then 0.04 else 0 end)
                      from (select ${countExecutions} as n) as counted`;
        const options = { ...brief, measured: { ...brief.measured, minExecutions: 10, maxExecutions: 10 } };
        const [result] = await measureLatency(database, [boundCase(text)], options, silent);
        const samples = result?.first.samplesUs ?? [];
        expect(samples).toHaveLength(10);
        expect(Math.max(...samples)).toBeLessThan(400_000);
        for (const even of [1, 3, 5, 7, 9]) expect(samples[even]).toBeGreaterThanOrEqual(40_000);
        for (const odd of [0, 2, 4, 6, 8]) expect(samples[odd]).toBeLessThan(samples[odd + 1] ?? 0);
    });

    test("executes a named prepared statement of the session", async ({ database }) => {
        // Divides by zero unless the session holds a statement that came over the protocol with a name.
        const text = "select 1 / count(*) from pg_prepared_statements where not from_sql and name <> ''";
        await expect(measureLatency(database, [boundCase(text)], brief, silent)).resolves.toHaveLength(1);
    });

    test("ends a slow case by time and says that its samples are few", async ({ database }) => {
        const options = { ...brief, measured: { minExecutions: 30, minTimeMs: 0, maxExecutions: 30, maxTimeMs: 100 } };
        const [result] = await measureLatency(database, [boundCase("select pg_sleep(0.06)")], options, silent);
        expect(result?.first.samplesUs.length).toBeLessThanOrEqual(2);
        expect(result?.first.doubts).toEqual(["few-samples"]);
        expect(result?.findings.map(({ code, severity }) => ({ code, severity }))).toEqual([
            { code: "latency-doubtful", severity: "warning" },
        ]);
    });

    test("makes a finding of a target that is missed twice", async ({ database }) => {
        const cases = [boundCase("select 1"), boundCase(sleep20ms, { name: "hot", targetMsP95: 5 })];
        const [quick, slow] = await measureLatency(database, cases, brief, silent);
        expect(quick?.findings).toEqual([]);
        expect(slow?.confirmation?.p50Ms).toBeGreaterThanOrEqual(20);
        expect(slow?.findings).toMatchObject([
            { code: "latency-over-target", severity: "error", subject: "shop/query#hot" },
        ]);
    });

    test("makes none of a target that a new connection meets", async ({ database }) => {
        // Counts logins, so that the statement can be slow on the first connection and quick on all later ones.
        await withClient(database, async (client) => {
            await client.query("create table login (at timestamptz not null default now())");
            await client.query(`create function note_login() returns event_trigger language plpgsql
                                as $$ begin insert into public.login default values; end $$`);
            await client.query("create event trigger note_login on login execute function note_login()");
        });
        const text = "select pg_sleep(0.2) where (select count(*) from login) = 1";
        try {
            const [result] = await measureLatency(
                database,
                [boundCase(text, { targetMsP95: 100 })],
                { ...brief, measured: { minExecutions: 30, minTimeMs: 0, maxExecutions: 30, maxTimeMs: 300 } },
                silent,
            );
            expect(result?.first.p95Ms).toBeGreaterThanOrEqual(200);
            expect(result?.confirmation?.p95Ms).toBeLessThan(100);
            expect(result?.findings).toEqual([]);
        } finally {
            await withClient(database, (client) => client.query("drop event trigger note_login"));
        }
    });

    test("goes on after a case that takes too long, which is over its target", async ({ database }) => {
        const cases = [boundCase("select pg_sleep(60)", { targetMsP95: 1 }), boundCase("select 1")];
        const results = await measureLatency(database, cases, { ...brief, statementTimeoutMs: 100 }, silent);
        expect(results[0]?.first).toMatchObject({ samplesUs: [100_000], p95Ms: 100, doubts: ["timed-out"] });
        expect(results[0]?.findings.map(({ code }) => code)).toEqual(["latency-over-target", "latency-doubtful"]);
        expect(results[1]?.findings).toEqual([]);
    });

    describe("stops with an error that names the case", () => {
        const errorOf = async (database: Database, text: string, options = brief): Promise<PgassayError> => {
            const error = await measureLatency(database, [boundCase(text, { targetMsP95: 1 })], options, silent).catch(
                (thrown: unknown) => thrown,
            );
            if (!(error instanceof PgassayError)) throw new Error("no PgassayError", { cause: error });
            expect(error.parts.tried).toBe(`measure case "typical" of queries/shop/query.sql`);
            return error;
        };

        test("when the query writes, and nothing is written", async ({ database }) => {
            const error = await errorOf(database, "delete from item");
            expect(error.kind).toBe("usage");
            expect(error.parts.happened).toContain("cannot execute DELETE in a read-only transaction");
            const { rows } = await withClient(database, (client) => client.query("select count(*)::int from item"));
            expect(rows).toEqual([{ count: 1000 }]);
        });

        test("when the query is wrong", async ({ database }) => {
            const error = await errorOf(database, "select nme from item");
            expect(error.kind).toBe("usage");
            expect(error.parts.happened).toBe('column "nme" does not exist');
        });

        test("when the server drops the connection", async ({ database }) => {
            const error = await errorOf(database, "select pg_terminate_backend(pg_backend_pid())");
            expect(error.kind).toBe("environment");
        });
    });

    test("allows an execution four times its target where that is more than the timeout", async ({ database }) => {
        const patient = boundCase("select pg_sleep(0.15)", { targetMsP95: 1000 });
        const options = { ...brief, measured: { ...brief.measured, maxTimeMs: 0 }, statementTimeoutMs: 50 };
        await expect(measureLatency(database, [patient], options, silent)).resolves.toHaveLength(1);
    });
});

describe("readServerSettings", () => {
    test("shows what a session of the database has, in the order of names", async ({ database }) => {
        await withClient(database, (client) => client.query(`alter database "${database.name}" set work_mem = '7MB'`));
        const settings = await readServerSettings(database);
        expect(settings).toMatchObject({ work_mem: "7MB", jit: "off", random_page_cost: "1.1" });
        expect(Object.keys(settings)).toEqual(Object.keys(settings).toSorted());
    });
});
