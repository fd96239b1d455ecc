import { once } from "node:events";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { mutationKind } from "../../src/core/mutation-record.ts";
import { silent } from "../../src/core/progress.ts";
import { parseRecord } from "../../src/core/record-kind.ts";
import { ruleCoverageKind } from "../../src/core/rule-coverage-record.ts";
import { fingerprint, prepareFingerprint } from "../../src/mutate/fingerprint.ts";
import { withClient } from "../../src/server/client.ts";
import type { Database } from "../../src/server/cluster.ts";
import { withCluster } from "../../src/server/with-cluster.ts";
import { schemaOf } from "../server/recipes.ts";
import { withOwnCache } from "./own-cache.ts";
import { edit, reader, startPgassay, withProject } from "./pgassay.ts";

const test = "tests/book.sql";
const migration = "migrations/20260101000001_books.sql";

const { environment: cache, pgassay } = withOwnCache();

/** Changes that change no promise, of the schema and of the tests; they are made one on top of the other. */
const innocent: Readonly<Record<string, (directory: string) => Promise<void>>> = {
    "a test reformatted, with a comment": (directory) =>
        edit(join(directory, test), "select lives_ok(", "-- It must have one.\nselect\n    lives_ok("),
    "an unrelated table": (directory) =>
        edit(
            join(directory, migration),
            "-- migrate:down",
            "create table public.unrelated (id integer primary key);\n\n-- migrate:down",
        ),
    "independent tests in another order": async (directory) => {
        const lines = (await readFile(join(directory, test), "utf8")).split("\n");
        const blank = lines.findIndex((line) => line.includes("no blank name"));
        const stands = lines.findIndex((line) => line.includes("stands on a shelf"));
        [lines[blank], lines[stands]] = [lines[stands] ?? "", lines[blank] ?? ""];
        await writeFile(join(directory, test), lines.join("\n"));
    },
    "a check with more brackets and spaces": (directory) =>
        edit(join(directory, migration), "check (name <> '')", "check ( ((name) <> '') )"),
    "a table with its constraint below": (directory) =>
        edit(
            join(directory, migration),
            "shelf_id integer not null references public.shelf (id),\n    title text not null",
            "shelf_id integer not null,\n    title text not null,\n    foreign key (shelf_id) references public.shelf (id)",
        ),
    "comments in the catalog": (directory) =>
        edit(join(directory, migration), "create index", "comment on table public.shelf is 'Of wood.';\ncreate index"),
    "a test file of another name": (directory) => rename(join(directory, test), join(directory, "tests/shelves.sql")),
    "a test file more, which says nothing of it": (directory) =>
        writeFile(join(directory, "tests/one.sql"), "begin; select plan(1); select is(1, 1, 'one is one'); rollback;"),
    "a function and a view that nobody asked for": (directory) =>
        edit(
            join(directory, migration),
            "-- migrate:down",
            "create view public.seen as select 1 as one;\n" +
                "create function public.f() returns integer language sql as 'select 1';\n\n-- migrate:down",
        ),
    "the words of a migration in capitals": (directory) =>
        edit(join(directory, migration), "create table public.shelf", "CREATE TABLE public.shelf"),
};

/** Ids of the mutants of one table that survive, and the exit code. */
async function survivors(directory: string): Promise<{ code: number | null; survivors: string[] }> {
    const { code, stdout, stderr } = await pgassay(directory, ["mutate", "--json", "shelf"]);
    expect(stdout, stderr).not.toBe("");
    const { mutants } = parseRecord(mutationKind, stdout, "stdout");
    return { code, survivors: mutants.filter(({ verdict }) => verdict.kind === "survived").map(({ id }) => id) };
}

async function accept(directory: string, ids: readonly string[]): Promise<void> {
    const entries = ids.map((id) => ({ id, reason: "as it was before" }));
    await writeFile(join(directory, "accepted.yaml"), JSON.stringify(entries));
    await edit(join(directory, "pgassay.config.ts"), "tests:", 'mutation: { accepted: "accepted.yaml" },\n    tests:');
}

describe("pgassay mutate --coverage", () => {
    it("prints as JSON what a report reads", () =>
        withProject(async (directory) => {
            const { stdout, stderr } = await pgassay(directory, ["mutate", "--coverage", "--json", "shelf"]);
            expect(stdout, stderr).not.toBe("");
            const { rules } = parseRecord(ruleCoverageKind, stdout, "stdout");
            expect(new Set(rules.map(({ owner }) => owner))).toEqual(new Set(["public.shelf"]));
        }));
});

describe("pgassay mutate", () => {
    it(
        "finds exactly the mutants that a deleted assertion alone killed, and none for innocent changes",
        () =>
            withProject(async (directory) => {
                const before = await survivors(directory);
                await accept(directory, before.survivors);
                expect(Object.keys(innocent)).toHaveLength(10);
                for (const change of Object.values(innocent)) await change(directory);
                expect(await survivors(directory)).toEqual({ code: 0, survivors: before.survivors });

                const renamed = join(directory, "tests/shelves.sql");
                await edit(renamed, "plan(3)", "plan(2)");
                await edit(
                    renamed,
                    "select throws_ok($$ insert into shelf values (2, '') $$, '23514', null, 'a shelf has no blank name');\n",
                    "",
                );
                const after = await survivors(directory);
                const lost = after.survivors.filter((id) => !before.survivors.includes(id));
                expect(lost).toContain("check-drop public.shelf.shelf_name_not_blank_check");
                expect(lost.filter((id) => !id.includes("shelf_name_not_blank_check"))).toEqual([]);
                expect(after.code).toBe(1);

                const { stdout } = await pgassay(directory, ["mutate", "shelf"]);
                expect(stdout).toMatch(/error mutant-survived check-drop public\.shelf\.shelf_name_not_blank_check/);
                expect(stdout).toMatch(/alter table public\.shelf drop constraint shelf_name_not_blank_check;/);
            }),
        180_000,
    );

    it(
        "finds acceptances that accept nothing",
        () =>
            withProject(async (directory) => {
                await accept(directory, ["check-drop public.shelf.shelf_name_not_blank_check", "no such mutant"]);
                const { code, stdout } = await pgassay(directory, ["mutate"]);
                expect(stdout).toMatch(/acceptance-stale check-drop .*: is accepted, and is killed/);
                expect(stdout).toMatch(/acceptance-stale no such mutant: is accepted, and there is no such mutant/);
                expect(code).toBe(1);
            }),
        120_000,
    );

    it("calls a schema by its name, once, and so can be told to break it alone", () =>
        withProject(async (directory) => {
            const { stdout, stderr } = await pgassay(directory, ["mutate", "schema public", "--json"]);
            expect(stdout, stderr).not.toBe("");
            const { mutants } = parseRecord(mutationKind, stdout, "stdout");
            expect(new Set(mutants.map(({ owner }) => owner))).toEqual(new Set(["schema public"]));
            const unknown = await pgassay(directory, ["mutate", "schema publik"]);
            expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining("schema public")]);
            expect(unknown.stderr).not.toContain("public.public");
        }));

    it("names what it does not know", () =>
        withProject(async (directory) => {
            const { code, stderr } = await pgassay(directory, ["mutate", "shlf"]);
            expect([code, stderr]).toEqual([2, expect.stringContaining('did you mean "shelf"?')]);
        }));

    it("leaves the database of DATABASE_URL as it was when it is killed, and the next run clears up", () => {
        return withCluster({ recipe: schemaOf(""), progress: silent }, async (cluster) => {
            const database = cluster.database("postgres");
            await withClient(database, (client) => client.query("create table public.theirs (id integer)"));
            await withProject(async (directory) => {
                const environment = { DATABASE_URL: cluster.tcpUrl(database) };
                const before = await stateOf(database);
                const child = startPgassay(directory, ["mutate"], { ...cache, ...environment });
                await reader(child).until(/likeliest test files/);
                child.kill("SIGKILL");
                await once(child, "exit");
                expect(await stateOf(database)).toEqual(before);
                await pgassay(directory, ["mutate", "shelf"], environment);
                expect(await stateOf(database)).toEqual(before);
                expect(await clonesOf(database)).toEqual([]);
            });
        });
    }, 120_000);
});

async function stateOf(database: Database): Promise<string> {
    return withClient(database, async (client) => {
        await prepareFingerprint(client);
        return fingerprint(client);
    });
}

/** Clones that are left on the database's server. */
async function clonesOf(database: Database): Promise<string[]> {
    return withClient(database, async (client) => {
        const { rows } = await client.query<{ datname: string }>(
            "select datname from pg_database where datname like 'pgassay\\_clone\\_%'",
        );
        return rows.map(({ datname }) => datname);
    });
}
