import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { silent } from "../../src/core/progress.ts";
import { filePassed, type FileResult } from "../../src/core/test-result.ts";
import { runInClone, type KeepClone, type WaitingFile } from "../../src/pgtap/run-in-clone.ts";
import { testRecipe } from "../../src/pgtap/test-recipe.ts";
import { withClient } from "../../src/server/client.ts";
import type { Cluster, Recipe } from "../../src/server/cluster.ts";
import { withCluster } from "../../src/server/with-cluster.ts";

const ddl = `
    create table thing (id integer generated always as identity, name text);
    create sequence counter;
`;
function recipeOf(sql: string): Recipe {
    return {
        name: "handed-on",
        inputs: [sql],
        build: (database) => withClient(database, async (client) => void (await client.query(sql))),
    };
}

/** What every file says first: where it runs. */
const where = "select pass(current_database() || ' ' || pg_backend_pid());";

/** Passes only where nothing was left by anybody. */
const probe = `
    begin;
    select * from no_plan();
    ${where}
    select is((select last_value || ' ' || is_called from counter), '1 false');
    select is((select last_value || ' ' || is_called from thing_id_seq), '1 false');
    select is((select count(*)::int from thing), 0);
    select is((select reltuples::int from pg_class where relname = 'thing'), -1);
    select is((select count(*)::int from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()), 0);
    select is(to_regclass('pg_temp.rest')::text, null);
    select is((select count(*)::int from pg_prepared_statements), 0);
    select is((select count(*)::int from pg_listening_channels()), 0);
    select is(current_setting('work_mem'), '16MB');
    select is(current_setting('search_path'), 'public,tap');
    select is(current_setting('statement_timeout'), '1min');
    select is(current_setting('app.tenant', true), null);
    select is(current_user, session_user);
    select * from finish();
    rollback;
`;

/** A file that does something in its transaction and rolls back. */
function within(sql: string): string {
    return `begin; select plan(1); ${where} ${sql}; select * from finish(); rollback;`;
}

type Left = "nothing" | "session" | "clone";

/** Files that leave something, or try to, and how much of their place the next file must not get. */
const leavers: readonly [what: string, left: Left, sql: string | ((login: string) => string)][] = [
    ["nothing", "nothing", within("select 1")],
    ["several blocks", "nothing", `${within("select 1")} begin; select 1; abort;`],
    ["a few dead rows", "nothing", within("insert into thing (id, name) overriding system value select 1, 'a'")],
    ["an advisory lock", "nothing", within("select pg_advisory_lock(7)")],
    ["a prepared statement", "nothing", within("prepare rest as select 1")],
    ["settings", "nothing", `set work_mem = '1MB'; set search_path = tap; ${within("select 1")} set role pg_monitor;`],
    ["a setting of the schema's own", "session", within("select set_config('app.tenant', 'x', true)")],
    ["a library", "session", within("load 'fuzzystrmatch'")],
    ["a sequence drawn from", "clone", within("select nextval('counter')")],
    ["a sequence set to be drawn first", "clone", within("select setval('counter', 5, false)")],
    ["a sequence drawn from in a savepoint", "clone", within("savepoint s; select nextval('counter'); rollback to s")],
    ["an identity drawn from", "clone", within("insert into thing (name) values ('a')")],
    [
        "many dead rows",
        "clone",
        within("insert into thing overriding system value select n from generate_series(1, 500) n"),
    ],
    [
        "statistics",
        "clone",
        within("insert into thing overriding system value select n from generate_series(1, 50) n; analyze thing"),
    ],
    ["a listener", "clone", `listen rest; ${within("select 1")}`],
    ["a temporary table", "clone", `create temporary table rest (id int); ${within("select 1")}`],
    ["a commit", "clone", within("insert into thing overriding system value values (1); commit; begin")],
    ["a chained rollback", "clone", within("select 1").replace("rollback;", "rollback and chain; commit;")],
    ["an open block", "clone", within("select 1").replace("rollback;", "")],
    [
        "a commit of another session",
        "clone",
        (login) =>
            within(
                `create extension dblink schema tap;
                select dblink_exec('${login} dbname=' || current_database(),
                    'insert into public.thing overriding system value values (1)')`,
            ),
    ],
];

interface Ran {
    readonly results: readonly FileResult[];
    /** How often a file had to run again. */
    readonly again: number;
}

/** Runs scripts one after the other, as one worker does, on a server that all runs share. */
type Run = (scripts: readonly (string | ((login: string) => string))[], keep?: KeepClone) => Promise<Ran>;

async function withRun<T>(use: (run: Run) => Promise<T>, schema = recipeOf(ddl)): Promise<T> {
    const directory = await mkdtemp(join(tmpdir(), "handed-on-"));
    const recipe = await testRecipe(schema, "no such directory");
    try {
        return await withCluster({ recipe, progress: silent }, async (cluster) => {
            const template = await cluster.ensureTemplate(recipe, silent);
            return use(async (scripts, keep = () => undefined) => {
                const waiting: WaitingFile[] = [];
                for (const [place, script] of scripts.entries()) {
                    const path = join(directory, `${place}.sql`);
                    await writeFile(path, typeof script === "string" ? script : script(loginOf(cluster)));
                    waiting.push({ place, file: { name: `${place}.sql`, path } });
                }
                const results: FileResult[] = [];
                const queue = {
                    next: () => waiting.shift(),
                    isEmpty: () => waiting.length === 0,
                    finish: ({ place }: WaitingFile, result: FileResult) => void (results[place] = result),
                };
                let again = 0;
                await cluster.withClones(template, async (clones) => {
                    for (let first = queue.next(); first;) {
                        const failed = await runInClone(clones, first, queue, keep);
                        if (failed) again++;
                        first = failed ?? queue.next();
                    }
                });
                return { results, again };
            });
        });
    } finally {
        await rm(directory, { recursive: true });
    }
}

/** What libpq needs to know of a server besides the database. */
function loginOf(cluster: Cluster): string {
    const { host, port, user, password } = new pg.Client(cluster.database("postgres").url);
    return `host=${host} port=${port} user=${user} password=${password}`;
}

function placeOf(result: FileResult | undefined): { database: string | undefined; session: string | undefined } {
    const [database, session] = result?.assertions[0]?.description.split(" ") ?? [];
    return { database, session };
}

describe("the file after one that leaves", () => {
    const ran = new Map<string, Ran>();
    beforeAll(() =>
        withRun(async (run) => {
            for (const [what, , leaver] of leavers) ran.set(what, await run([probe, leaver, probe]));
        }),
    );

    it.each(leavers)("%s finds all as new: what it does not get is %s", (what, left) => {
        const { results, again } = ran.get(what) ?? { results: [], again: 0 };
        expect(results).toHaveLength(3);
        expect(results.map((result) => [filePassed(result), result.problems])).toEqual(results.map(() => [true, []]));
        // A file that had found something would have failed, and run again.
        expect(again).toBe(0);
        const [before, place, next] = results.map(placeOf);
        expect(place, "the probe itself leaves nothing").toEqual(before);
        expect(next?.database === place?.database).toBe(left !== "clone");
        expect(next?.session === place?.session).toBe(left === "nothing");
    });
});

describe("a file that fails where others ran before", () => {
    const fails = within("select 1").replace("pass(", "ok(false, ");

    it("fails only if it does in a clone of its own, which is the one that is kept", async () => {
        const kept: string[] = [];
        const { results, again } = await withRun((run) =>
            run([probe, fails, probe], (file, { name }) => {
                kept.push(file.name, name);
                return "the URL";
            }),
        );
        const [before, failed, after] = results.map(placeOf);
        expect(results.map(filePassed)).toEqual([true, false, true]);
        expect(again).toBe(1);
        expect(kept).toEqual(["1.sql", failed?.database]);
        expect(results[1]?.keptUrl).toBe("the URL");
        expect(new Set([before?.database, failed?.database, after?.database]).size).toBe(3);
    });

    it("passes if it was for the others", async () => {
        const untouched = within("").replace(
            where,
            "select is(pg_stat_get_dead_tuples('thing'::regclass), 0::bigint, 'nobody wrote');",
        );
        const few = within("insert into thing overriding system value values (1)");
        const { results, again } = await withRun((run) => run([few, untouched]));
        expect(results.map(filePassed)).toEqual([true, true]);
        expect(again).toBe(1);
    });
});

it("gives a clone to so many files and no more", async () => {
    const { results } = await withRun((run) => run(Array.from({ length: 40 }, () => within("select 1"))));
    const databases = results.map((result) => placeOf(result).database);
    expect(databases.indexOf(databases[39])).toBe(32);
    expect(new Set(databases).size).toBe(2);
});

it("gives each file a session of its own where the schema has a trigger on logins", async () => {
    const trigger = `
        create function public.greet() returns event_trigger language plpgsql as 'begin end';
        create event trigger greet on login execute function public.greet();
    `;
    const { results } = await withRun((run) => run([within("select 1"), within("select 1")]), recipeOf(trigger));
    const [one, other] = results.map(placeOf);
    expect(one?.database).toBe(other?.database);
    expect(one?.session).not.toBe(other?.session);
});
