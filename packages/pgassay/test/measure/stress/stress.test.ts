import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test as base, vi } from "vitest";
import type { Query } from "../../../src/core/query.ts";
import { silent } from "../../../src/core/progress.ts";
import type { StressStep } from "../../../src/core/stress-record.ts";
import { judgeStress } from "../../../src/measure/stress/judge-stress.ts";
import { bindMix, type Mix, type MixEntry, type MixedOperation } from "../../../src/measure/stress/mix.ts";
import { applicationName } from "../../../src/measure/stress/operation-pool.ts";
import { runStep, type StepPlan } from "../../../src/measure/stress/run-step.ts";
import { stress } from "../../../src/measure/stress/stress.ts";
import { withClient } from "../../../src/server/client.ts";
import type { Cluster, Database, Template } from "../../../src/server/cluster.ts";
import { withCluster } from "../../../src/server/with-cluster.ts";
import { exampleStep } from "../../core/example-stress.ts";
import { ledger, query } from "./ledger.ts";

// From sources, the thread of the service takes seconds to start, and on a machine that has much else to do a minute.
vi.setConfig({ testTimeout: 120_000 });

const test = base.extend<{ server: { readonly cluster: Cluster; readonly template: Template }; database: Database }>({
    server: [
        async ({}, use) => {
            await withCluster({ recipe: ledger, progress: silent }, async (cluster) => {
                await use({ cluster, template: await cluster.ensureTemplate(ledger, silent) });
            });
        },
        { scope: "file" },
    ],
    database: async ({ server }, use) => {
        await server.cluster.withClone(server.template, use);
    },
});

const balances = query("balances", "select id, name, balance from account order by id");
const account = query("account", "select id, name from account where id = $1::int", { parameters: { id: ["int", 3] } });
const book = query("book", "insert into entry (account_id) values ($1::int)", {
    kind: "write",
    parameters: { account_id: ["int", 3] },
});
const bookProof = "select count(*) from entry where account_id = :account_id";

const signal = new AbortController().signal;
/** Straight through pg, unless the service matters: from sources, its thread takes seconds to start. */
const brief: StepPlan = { way: "pg", connections: 4, durationMs: 800 };

type Mixed = readonly [MixedOperation, ...MixedOperation[]];

async function mixOf(database: Database, queries: readonly Query[], mix: Mix): Promise<Mixed> {
    const [first, ...others] = await withClient(database, (client) => bindMix(client, queries, mix));
    if (!first) throw new Error("an empty mix");
    return [first, ...others];
}

/** Runs one step over a mix of queries that all weigh the same. */
async function step(
    database: Database,
    queries: readonly [Query, Partial<MixEntry>?][],
    plan: Partial<StepPlan> = {},
    poolSize = 4,
    until = signal,
): Promise<StressStep> {
    const entries = queries.map(([{ id }, entry]) => ({ query: id, weight: 1, ...entry }));
    const mix = await mixOf(
        database,
        queries.map(([one]) => one),
        { entries },
    );
    return runStep(database, { ...brief, ...plan }, { mix, poolSize, signal: until });
}

function codes(one: StressStep): string[] {
    return [...new Set(judgeStress([one]).map(({ code }) => code))];
}

const underLoad = "from pg_stat_activity where datname = current_database() and application_name = $1";

/** Waits until the load has begun. */
async function untilUnderLoad(database: Database): Promise<void> {
    await withClient(database, async (client) => {
        while ((await client.query(`select ${underLoad}`, [applicationName])).rowCount === 0) await sleep(10);
    });
}

describe("a load on a service that is all right", () => {
    test.for([
        { way: "http", load: {} },
        { way: "pg", load: {} },
        { way: "pg", load: { ratePerSecond: 100 } },
    ] as const)(
        "over $way $load finds nothing, and every answer and write accounted for",
        async ({ way, load }, { database }) => {
            const queries: [Query, Partial<MixEntry>?][] = [[balances], [account], [book, { proof: bookProof }]];
            const result = await step(database, queries, { way, ...load });
            expect(judgeStress([result])).toEqual([]);
            expect(result).toMatchObject({
                way,
                connections: 4,
                wrong: 0,
                failures: [],
                unsent: 0,
                moved: [],
                deadlocks: 0,
            });
            expect(result.answered).toBeGreaterThan(0);
            if ("ratePerSecond" in load) expect(result.answered).toBe(80);
            expect(result.cases.map((one) => one.query)).toEqual(["ledger/balances", "ledger/account", "ledger/book"]);
            expect(result.cases.reduce((sum, one) => sum + one.answered, 0)).toBe(result.answered);
            expect(result.histogramUs.reduce((sum, [, answers]) => sum + answers, 0)).toBe(result.answered);
            const [writes] = result.writes;
            expect(writes?.acknowledged).toBeGreaterThan(0);
            expect(writes).toMatchObject({ unanswered: 0, found: writes?.acknowledged });
            expect(result.busy.service === undefined).toBe(way === "pg");
        },
    );

    test("acts in the role and for the tenant of the mix", async ({ database }) => {
        const ofTenant = query("of_tenant", "select count(*)::int as accounts, current_user::text as me from account", {
            parameters: {},
        });
        const mine = query("mine", "select tenant from account where id = $1::int", { parameters: { id: ["int", 7] } });
        const mix = await mixOf(database, [ofTenant, mine], {
            role: "pgassay_ledger_clerk",
            entries: [
                { query: "ledger/of_tenant", weight: 1, settings: { "ledger.tenant": "select 2" } },
                {
                    query: "ledger/mine#hot",
                    weight: 1,
                    settings: { "ledger.tenant": "select tenant from account where id = :id" },
                },
            ],
        });
        const result = await runStep(database, brief, { mix, poolSize: 2, signal });
        expect(judgeStress([result])).toEqual([]);
        expect(mix.map(({ begin }) => begin)).toEqual([
            `begin read only; set local role "pgassay_ledger_clerk"; select pg_catalog.set_config('ledger.tenant', '2', true)`,
            `begin read only; set local role "pgassay_ledger_clerk"; select pg_catalog.set_config('ledger.tenant', '1', true)`,
        ]);
    });

    test("tells how long requests wait for the pool", async ({ database }) => {
        // Three of four wait for the one connection, in turn; four connections keep nobody waiting.
        const slow = query("slow", "select pg_sleep(0.1)::text as slept");
        const crowded = await step(database, [[slow]], {}, 1);
        expect(crowded.poolWaitUs?.p50).toBeGreaterThan(200_000);
        const asleep = crowded.waits.find(({ event }) => event === "Timeout:PgSleep")?.backends;
        expect(asleep).toBeGreaterThan(0);
        expect(asleep).toBeLessThanOrEqual(1);
        const roomy = await step(database, [[slow]], {}, 4);
        expect(roomy.poolWaitUs?.p50).toBeLessThan(100_000);
    });
});

describe("a load that finds something", () => {
    test("says which answers were wrong while somebody else wrote", async ({ database }) => {
        // The load lasts until all is as it was, however long that takes.
        const over = new AbortController();
        const change = async (): Promise<void> => {
            await untilUnderLoad(database);
            await withClient(database, async (client) => {
                await client.query("update account set name = 'Zo' where id = 3");
                await sleep(500);
                await client.query("update account set name = 'Zoë 3' where id = 3");
            });
            over.abort();
        };
        const load = step(database, [[account], [balances]], { durationMs: 60_000 }, 4, over.signal);
        const [result] = await Promise.all([load, change()]);
        expect(judgeStress([result])).toMatchObject([
            { code: "stress-answer-wrong", severity: "error", subject: "ledger/account#hot" },
            { code: "stress-answer-wrong", severity: "error", subject: "ledger/balances#hot" },
        ]);
        expect(result.moved).toEqual([]);
    });

    test("refuses to judge answers that the mix itself changes", async ({ database }) => {
        const entries = query("entries", "select count(*)::int as entries from entry");
        const result = await step(database, [[entries], [account], [book, { proof: bookProof }]]);
        expect(result.wrong).toBeGreaterThan(0);
        expect(judgeStress([result])).toMatchObject([
            { code: "stress-answer-moved", severity: "error", subject: "ledger/entries#hot" },
        ]);
    });

    test("counts writes that were acknowledged and are not there", async ({ database }) => {
        const forget = query("forget", "insert into careless default values", { kind: "write" });
        const result = await step(database, [[forget, { proof: "select count(*) from careless" }]]);
        const [finding, ...others] = judgeStress([result]);
        expect(others).toEqual([]);
        expect(finding).toMatchObject({ code: "stress-write-lost", severity: "error", subject: "ledger/forget#hot" });
        const { acknowledged = 0, found = 0 } = result.writes[0] ?? {};
        expect(found).toBeLessThan(acknowledged);
        expect(found).toBeGreaterThan(acknowledged * 0.8);
    });

    test("names the errors of requests that failed, which are no lost writes", async ({ database }) => {
        const once = query("once", "insert into refused values (1)", { kind: "write" });
        const result = await step(database, [[once, { proof: "select count(*) from refused" }]], { way: "http" });
        expect(result.writes).toMatchObject([{ acknowledged: 1, found: 1 }]);
        const [finding, ...others] = judgeStress([result]);
        expect(others).toEqual([]);
        expect(finding).toMatchObject({ code: "stress-request-failed", subject: "http, 4 connections" });
        expect(finding?.detail).toMatch(/^\d+ × 422 "23505 duplicate key value/);
    });

    test("counts a write whose connection broke neither as done nor as lost", async ({ database }) => {
        const cut = async (): Promise<void> => {
            await untilUnderLoad(database);
            // Only what is cut in the middle of a statement leaves a write open.
            const inside = `${underLoad} and wait_event = 'PgSleep'`;
            await withClient(database, async (client) => {
                for (let cuts = 0; cuts === 0; await sleep(5)) {
                    const { rowCount } = await client.query(`select pg_terminate_backend(pid) ${inside}`, [
                        applicationName,
                    ]);
                    cuts = rowCount ?? 0;
                }
            });
        };
        const slow = query("slow_book", "insert into entry (account_id) select 3 from pg_sleep(0.1)", {
            kind: "write",
        });
        const proof = "select count(*) from entry";
        const over = new AbortController();
        const load = step(database, [[slow, { proof }]], { durationMs: 60_000 }, 4, over.signal);
        const [result] = await Promise.all([load, cut().then(() => over.abort())]);
        expect(result.writes[0]?.unanswered).toBeGreaterThan(0);
        expect(codes(result)).toEqual(["stress-request-failed"]);
    });

    test("sees locks and deadlocks", async ({ database }) => {
        const pay = (name: string, from: number, to: number): [Query, Partial<MixEntry>] => [
            query(name, `select pay(${from}, ${to})`, { kind: "call" }),
            { proof: `select -balance from account where id = 200` },
        ];
        const result = await step(database, [pay("forth", 1, 2), pay("back", 2, 1)], { durationMs: 1000 });
        expect(result.deadlocks).toBeGreaterThan(0);
        expect(result.failures.map(({ reason }) => reason)).toContainEqual(expect.stringContaining("40P01"));
        expect(result.waits.map(({ event }) => event)).toContainEqual(expect.stringMatching(/^Lock:/));
    });
});

describe("what steps come to", () => {
    const atRate = (p50: number, more: Partial<StressStep> = {}): StressStep =>
        exampleStep(p50, { ratePerSecond: 100, ...more });
    const targets = { perSecond: 100, msP99: 5 };
    const found = (...steps: StressStep[]): string[] => judgeStress(steps, targets).map(({ code }) => code);

    test("is over the target when every step at its rate is, and no other step counts", () => {
        // The p99 of an example is four times its p50.
        expect(found(atRate(1000))).toEqual([]);
        expect(found(atRate(2000), atRate(1000))).toEqual([]);
        expect(found(atRate(2000), atRate(1500), exampleStep(100), atRate(100, { way: "pg" }))).toEqual([
            "stress-over-target",
        ]);
        expect(judgeStress([atRate(2000), atRate(1500)], targets)[0]?.message).toBe(
            "at 100 requests a second the p99 is 8.0 ms, then 6.0 ms; its target is 5 ms",
        );
        expect(judgeStress([atRate(2000)], { perSecond: 100 })).toEqual([]);
    });

    test("is below the target when no load reaches it, but for what the last answer takes", () => {
        const below = (answeredPerSecond: number): string[] =>
            judgeStress([exampleStep(100, { answeredPerSecond })], { perSecond: 200 }).map(({ code }) => code);
        expect(below(199.7)).toEqual([]);
        expect(below(190)).toEqual(["stress-below-target"]);
    });

    test("is a failure where requests were due and never sent", () => {
        expect(judgeStress([atRate(100, { unsent: 7 })])).toMatchObject([
            { code: "stress-request-failed", severity: "error", detail: expect.stringMatching(/^7 × was due/) },
        ]);
    });
});

describe("the steps of a run", () => {
    test("repeats the best step before it says that a target is missed", async ({ server, database }) => {
        const mix = await mixOf(database, [account], { entries: [{ query: "ledger/account", weight: 1 }] });
        const plans: StepPlan[] = [
            { way: "pg", connections: 1, durationMs: 500 },
            { way: "http", connections: 1, durationMs: 500 },
        ];
        const subject = { mix, poolSize: 2, signal };
        const missed = await stress(server.cluster, server.template, plans, subject, { perSecond: 1e6 }, silent);
        expect(missed.map(({ way }) => way)).toEqual(["pg", "http", "http"]);
        expect(judgeStress(missed, { perSecond: 1e6 })).toMatchObject([
            { code: "stress-below-target", severity: "error" },
        ]);
        expect(judgeStress(missed, { perSecond: 1 })).toEqual([]);
        const met = await stress(server.cluster, server.template, plans.slice(1), subject, { perSecond: 1 }, silent);
        expect(met).toHaveLength(1);
    });

    test("ends soon when it is interrupted, and leaves no connection", async ({ server, database }) => {
        const mix = await mixOf(database, [account], { entries: [{ query: "ledger/account", weight: 1 }] });
        const stop = new AbortController();
        setTimeout(() => stop.abort(new Error("enough")), 300);
        const plans: StepPlan[] = [{ way: "pg", connections: 4, ratePerSecond: 1, durationMs: 600_000 }];
        await expect(
            stress(server.cluster, server.template, plans, { mix, poolSize: 2, signal: stop.signal }, {}, silent),
        ).rejects.toThrow("enough");
        // A backend ends a moment after its client.
        const backends = (): Promise<number | null> =>
            withClient(
                database,
                async (client) =>
                    (await client.query("select from pg_stat_activity where application_name = $1", [applicationName]))
                        .rowCount,
            );
        await expect.poll(backends, { timeout: 10_000 }).toBe(0);
    });
});

describe("a mix that makes no sense", () => {
    test.for<{ what: string; entries: readonly MixEntry[]; says: string }>([
        {
            what: "a query that is not there",
            entries: [{ query: "ledger/acount", weight: 1 }],
            says: 'did you mean "ledger/account"',
        },
        {
            what: "a case that is not there",
            entries: [{ query: "ledger/account#hit", weight: 1 }],
            says: 'did you mean "ledger/account#hot"',
        },
        { what: "a write without a proof", entries: [{ query: "ledger/book", weight: 1 }], says: "no `proof`" },
        {
            what: "a case twice",
            entries: [
                { query: "ledger/account", weight: 1 },
                { query: "ledger/account#hot", weight: 1 },
            ],
            says: "ledger/account#hot is in the mix twice",
        },
        {
            what: "a parameter that the query has not",
            entries: [{ query: "ledger/account", weight: 1, settings: { "ledger.tenant": "select :idd" } }],
            says: 'no parameter :idd; did you mean "id"',
        },
        {
            what: "a setting without a value",
            entries: [{ query: "ledger/account", weight: 1, settings: { "ledger.tenant": "select 1 where false" } }],
            says: "it returned no row: select 1 where false",
        },
    ])("is refused: $what", async ({ entries, says }, { database }) => {
        await expect(mixOf(database, [account, book], { entries })).rejects.toThrow(says);
    });

    test("is refused when a read finds nothing, as one does without its tenant", async ({ database }) => {
        const nothing = query("nothing", "select id from account where id < 0");
        await expect(step(database, [[nothing]])).rejects.toThrow("it returned no row");
    });

    test("is refused when a proof yields no number", async ({ database }) => {
        await expect(step(database, [[book, { proof: "select name from account where id = 1" }]])).rejects.toThrow(
            "it is no whole number, Zoë",
        );
    });
});
