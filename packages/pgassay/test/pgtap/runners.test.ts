import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { silent } from "../../src/core/progress.ts";
import { filePassed, totalsOf, type FileResult } from "../../src/core/test-result.ts";
import { dockerCommand } from "../../src/pgtap/docker.ts";
import { localCommand, runPgProve, type ProveCommand } from "../../src/pgtap/pg-prove.ts";
import { runFile } from "../../src/pgtap/run-file.ts";
import type { TestFile } from "../../src/pgtap/find-test-files.ts";
import { runFiles } from "../../src/pgtap/run-files.ts";
import { testRecipe } from "../../src/pgtap/test-recipe.ts";
import { withClient } from "../../src/server/client.ts";
import type { Recipe } from "../../src/server/cluster.ts";
import { withCluster } from "../../src/server/with-cluster.ts";
import { withStandInDocker } from "./stand-in-docker.ts";

const corpus = fileURLToPath(new URL("corpus/", import.meta.url));
const files = readdirSync(corpus)
    .sort()
    .map((name) => ({ name, path: join(corpus, name) }));
const empty: Recipe = { name: "empty", inputs: [], build: async () => {} };

/** A runner: how pg_prove is started, or nothing for our own. */
type Runner = () => Promise<ProveCommand | undefined>;

const ours: Runner = () => Promise.resolve(undefined);

/** Results of files, by their names. */
async function run(runner: Runner, chosen = files): Promise<Record<string, FileResult>> {
    const recipe = await testRecipe(empty, "no such directory");
    const command = await runner();
    const results = await withCluster({ recipe, progress: silent }, async (cluster) => {
        const template = await cluster.ensureTemplate(recipe, silent);
        return command ? runPgProve(cluster, template, chosen, command) : runFiles(cluster, template, chosen, silent);
    });
    return Object.fromEntries(results.map((result) => [result.file, result]));
}

/** What must come of each file, whoever runs it: passed, tests passed, tests and problems that failed, what is wrong. */
const expected: Record<string, [passed: boolean, ok: number, notOk: number, problem?: RegExp]> = {
    "bail-out.sql": [false, 1, 1, /the ground is gone/],
    "dollar-quotes.sql": [true, 2, 0],
    "empty.sql": [false, 0, 1, /printed no TAP/],
    "fail.sql": [false, 2, 1],
    "missing-plan.sql": [false, 1, 1, /printed no plan/],
    "no-plan.sql": [true, 2, 0],
    "pass.sql": [true, 2, 0],
    "several-rows.sql": [true, 3, 0],
    "skip-all.sql": [true, 0, 0],
    "skip.sql": [true, 3, 0],
    "sql-error.sql": [false, 1, 1, /relation "no_such_table" does not exist/],
    "todo.sql": [true, 2, 0],
    "unicode.sql": [false, 1, 1],
    "wrong-plan.sql": [false, 1, 1, /planned 5 tests and ran 1/],
};

function summarise(result: FileResult): { passed: boolean; ok: number; notOk: number } {
    const { passed: ok, failed: notOk } = totalsOf([result]);
    return { passed: filePassed(result), ok, notOk };
}

async function withSql<T>(sql: string, use: (file: TestFile) => Promise<T>): Promise<T> {
    const directory = await mkdtemp(join(tmpdir(), "pgassay-sql-"));
    try {
        const path = join(directory, "one.sql");
        await writeFile(path, sql);
        return await use({ name: "one.sql", path });
    } finally {
        await rm(directory, { recursive: true });
    }
}

const withoutPgProve = spawnSync("pg_prove", ["--version"]).status === 0 ? undefined : "pg_prove is not installed";
const withoutDocker = spawnSync("docker", ["version"]).status === 0 ? undefined : "no docker daemon answers";

/** Every runner, in the surroundings it needs, or the reason why it cannot run here. */
const runners: readonly {
    readonly name: string;
    readonly runner: Runner;
    readonly whyNot?: string | undefined;
    readonly surround?: (use: () => Promise<void>) => Promise<void>;
}[] = [
    { name: "our own runner", runner: ours },
    { name: "pg_prove", runner: localCommand, whyNot: withoutPgProve },
    {
        name: "docker, by a stand-in that starts the local pg_prove",
        runner: dockerCommand,
        whyNot: withoutPgProve,
        surround: withStandInDocker,
    },
    { name: "docker", runner: dockerCommand, whyNot: withoutDocker },
];
const titled = runners.map((tried) => {
    const title = tried.whyNot ? `${tried.name} (skipped: ${tried.whyNot})` : tried.name;
    return [title, tried] as const;
});

describe.each(titled)("%s", (_title, { runner, whyNot, surround = (use) => use() }) => {
    const suite = describe.runIf(whyNot === undefined);
    let results: Record<string, FileResult>;

    suite("on the corpus", () => {
        beforeAll(async () => {
            // A bail-out ends all of pg_prove, so it goes last, on its own.
            const others = files.filter(({ name }) => name !== "bail-out.sql");
            const last = files.filter(({ name }) => name === "bail-out.sql");
            await surround(async () => {
                results = { ...(await run(runner, others)), ...(await run(runner, last)) };
            });
        });

        it("has an expectation for every file", () => {
            expect(Object.keys(results).sort()).toEqual(Object.keys(expected));
        });

        it.each(Object.entries(expected))("agrees on %s", (file, [passed, ok, notOk, problem]) => {
            const result = results[file];
            expect(result && summarise(result)).toEqual({ passed, ok, notOk });
            if (problem) expect(result?.problems.map(({ message }) => message).join()).toMatch(problem);
        });

        it("tells what is to do and what was skipped", () => {
            const directives = (file: string): unknown[] =>
                results[file]?.assertions.map(({ directive }) => directive) ?? [];
            expect(directives("todo.sql")).toEqual(["todo", undefined]);
            expect(directives("skip.sql")).toEqual(["skip", "skip", undefined]);
        });

        it("hands on what pgTAP says about a failure", () => {
            const failed = results["fail.sql"]?.assertions.find(({ passed }) => !passed);
            expect(failed).toMatchObject({ number: 2, description: "numbers differ" });
            expect(failed?.diagnostics.join("\n")).toMatch(/have: 1\n\s*want: 2/);
        });

        it("names the line of an SQL error", () => {
            // psql counts from the statement's last line, PostgreSQL knows the exact place.
            expect(results["sql-error.sql"]?.problems[0]?.line).toBeGreaterThanOrEqual(4);
        });
    });
});

describe("our own runner", () => {
    it.each([
        ["an error", "select no_such_function();", 1],
        ["a bail-out", "select 'Bail out!  the ground is gone';", 1],
    ])("does not wait for what follows %s", async (_, stop, problems) => {
        // Longer than a test may take.
        const forever = "select pg_sleep(600);";
        await withSql(`begin; select plan(1); ${stop} ${forever} rollback; ${forever}`, (file) =>
            expect(run(ours, [file])).resolves.toMatchObject({ [file.name]: { problems: { length: problems } } }),
        );
    });

    it("lets nothing outside a transaction happen after an error", async () => {
        const recipe = await testRecipe(empty, "no such directory");
        const sql = "create table before (id int); select no_such_function(); create table after (id int);";
        await withSql(sql, (file) =>
            withCluster({ recipe, progress: silent }, async (cluster) => {
                const template = await cluster.ensureTemplate(recipe, silent);
                await cluster.withClone(template, async (clone) => {
                    await runFile(clone, file.path);
                    const { rows } = await withClient(clone, (client) =>
                        client.query("select to_regclass('before') is not null as a, to_regclass('after') as b"),
                    );
                    expect(rows).toEqual([{ a: true, b: null }]);
                });
            }),
        );
    });

    it("names the line of what failed", async () => {
        const results = await run(ours);
        const line = (file: string): number | undefined =>
            results[file]?.assertions.find(({ passed }) => !passed)?.line;
        expect(line("fail.sql")).toBe(6);
        expect(line("unicode.sql")).toBe(5);
        expect(results["sql-error.sql"]?.problems[0]?.line).toBe(5);
    });
});
