import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { mutationKind } from "../../src/core/mutation-record.ts";
import { silent } from "../../src/core/progress.ts";
import { parseRecord } from "../../src/core/record-kind.ts";
import { fingerprint, prepareFingerprint } from "../../src/mutate/fingerprint.ts";
import { withClient } from "../../src/server/client.ts";
import type { Database } from "../../src/server/cluster.ts";
import { withCluster } from "../../src/server/with-cluster.ts";
import { schemaOf } from "../server/recipes.ts";
import { edit, pgassay, startPgassay, withProject } from "./pgassay.ts";

const test = "tests/book.sql";

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

describe("pgassay mutate", () => {
    it(
        "finds exactly the mutants that a deleted assertion alone killed, and none for innocent changes",
        () =>
            withProject(async (directory) => {
                const before = await survivors(directory);
                await accept(directory, before.survivors);
                // Reformatted, commented, reordered, with another table beside: every verdict stays.
                await edit(join(directory, test), "select lives_ok(", "-- It must have one.\nselect\n    lives_ok(");
                await edit(
                    join(directory, "migrations/20260101000001_books.sql"),
                    "-- migrate:down",
                    "create table public.unrelated (id integer primary key);\n\n-- migrate:down",
                );
                expect(await survivors(directory)).toEqual({ code: 0, survivors: before.survivors });

                await edit(join(directory, test), "plan(3)", "plan(2)");
                await edit(
                    join(directory, test),
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
                const child = startPgassay(directory, ["mutate"], environment);
                await new Promise<void>((resolve, reject) => {
                    child.stderr?.on("data", (chunk: Buffer) => {
                        if (chunk.includes("likeliest test files")) resolve();
                    });
                    child.on("exit", () => reject(new Error("it ended before it was killed")));
                });
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
