import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test as base } from "vitest";
import { quoteName } from "../../src/core/quote.ts";
import { withClient } from "../../src/server/client.ts";
import { hasPostgres15, withPostgres15 } from "../server/postgres-15.ts";
import { edit, pgassay, projects, withProject } from "./pgassay.ts";
import type { Outcome } from "./pgassay.ts";

/** Makes an empty database beside the others of a server, which goes with them. */
async function newDatabase(url: string, name: string): Promise<string> {
    await withClient({ name: "postgres", url }, (client) => client.query(`create database ${quoteName(name)}`));
    return url.replace(/\/[^/]*$/, `/${name}`);
}

const test = base.extend<{ onPostgres15: (directory: string, ...args: string[]) => Promise<Outcome>; url: string }>({
    url: [
        async ({}, use) => {
            await withPostgres15(use);
        },
        { scope: "file" },
    ],
    onPostgres15: async ({ url }, use) => {
        await use((directory, ...args) => pgassay(directory, args, { DATABASE_URL: url }));
    },
});

/**
 * Hands a copy of the lending library to `use` without what is new since PostgreSQL 15: a column that is computed when it is
 * read, and a state of its own for rows that may not go.
 */
async function withLibrary(use: (directory: string) => Promise<void>): Promise<void> {
    await withProject(async (directory) => {
        await edit(join(directory, "db/migrations/20260101000001_catalogue.sql"), " virtual", " stored");
        await edit(join(directory, "tests/catalogue.sql"), " virtual", " stored");
        await edit(join(directory, "tests/fines.sql"), "23001", "23503");
        await use(directory);
    }, projects.library);
}

describe.runIf(hasPostgres15)("on PostgreSQL 15", () => {
    test("plans are as good as promised, and are accepted and compared", ({ onPostgres15 }) =>
        withLibrary(async (directory) => {
            await edit(join(directory, "pgassay.config.ts"), '"queries",', '"queries",\n    goldens: "goldens",');
            const accepted = await onPostgres15(directory, "plan", "--accept");
            expect([accepted.code, accepted.stdout], accepted.stderr).toEqual([
                0,
                expect.stringContaining("5 written"),
            ]);
            const { code, stdout } = await onPostgres15(directory, "plan");
            expect([code, stdout]).toEqual([0, expect.stringMatching(/\n7 cases, 0 findings\s*$/)]);
            expect(stdout.match(/golden: accepted/g)).toHaveLength(7);
        }));

    test("plans that were accepted on another server differ because of that, and not of constraints", ({
        onPostgres15,
    }) =>
        withLibrary(async (directory) => {
            await edit(join(directory, "pgassay.config.ts"), '"queries",', '"queries",\n    goldens: "goldens",');
            const accepted = await pgassay(directory, ["plan", "--accept"]);
            expect(accepted.code, accepted.stderr).toBe(0);
            // The two versions join so few rows in different ways.
            const { code, stdout } = await onPostgres15(directory, "plan");
            expect([code, stdout]).toEqual([
                1,
                expect.stringContaining(
                    "warning golden-server-changed server: it is PostgreSQL 15, and plans were accepted with PostgreSQL 18",
                ),
            ]);
            expect(stdout).toMatch(/the plan changed, it seems because the server is 15\s+and was 18/);
            expect(stdout).not.toContain("constraints of");
        }));

    test("statistics and modelled sizes ask for another server", ({ onPostgres15 }) =>
        withProject(async (directory) => {
            expect(await pgassay(directory, ["stats", "capture", "--scales", "0.5,1"])).toMatchObject({ code: 0 });
            for (const args of [
                ["stats", "capture"],
                ["stats", "check"],
            ]) {
                const { code, stderr } = await onPostgres15(directory, ...args);
                expect([code, stderr]).toEqual([
                    3,
                    expect.stringMatching(/the server is PostgreSQL 15\.[^]*use PostgreSQL 17/),
                ]);
            }
            for (const args of [
                ["plan", "--modelled", "1"],
                ["stats", "perturb"],
                ["stats", "compare"],
            ]) {
                const { code, stderr } = await onPostgres15(directory, ...args);
                expect([code, stderr]).toEqual([3, expect.stringContaining("the server is not one of our own")]);
            }
            await edit(
                join(directory, "pgassay.config.ts"),
                'statistics: "',
                'model: { scales: [1] },\n    statistics: "',
            );
            const { code, stdout } = await onPostgres15(directory, "plan");
            expect([code, stdout]).toEqual([0, expect.stringContaining("warning scales-not-modelled model.scales:")]);
        }));

    test("a query that writes is left out, and that is said", ({ onPostgres15 }) =>
        withLibrary(async (directory) => {
            await mkdir(join(directory, "queries/desk"));
            await writeFile(
                join(directory, "queries/desk/forget_fines.sql"),
                `/*
name: forget_fines
about: Forgets all fines.
parameters: {}
cases:
    all: {}
index: []
target: { p95_ms: 100 }
*/
delete from library.fines;
`,
            );
            const { code, stdout } = await onPostgres15(directory, "plan");
            expect([code, stdout]).toEqual([
                0,
                expect.stringContaining("warning write-not-measured desk/forget_fines:"),
            ]);
            expect(stdout).toMatch(/\n7 cases, 1 finding\b/);
        }));

    const hasPgtap = existsSync("/usr/share/postgresql/15/extension/pgtap.control");

    test.skipIf(!hasPgtap)("tests run", ({ onPostgres15 }) =>
        withLibrary(async (directory) => {
            const { code, stdout, stderr } = await onPostgres15(directory, "test");
            expect([code, stdout], stderr).toEqual([0, expect.stringMatching(/ passed, 0 failed\n$/)]);
        }),
    );

    test.skipIf(hasPgtap)("tests ask for pgTAP where the server has it not", ({ onPostgres15 }) =>
        withLibrary(async (directory) => {
            const { code, stderr } = await onPostgres15(directory, "test");
            expect([code, stderr]).toEqual([
                3,
                expect.stringMatching(
                    /pgassay: could not install pgTAP[^]*"pgtap" is not available[^]*postgresql-<version>-pgtap/,
                ),
            ]);
        }),
    );

    test("indexes are told what they are for", ({ onPostgres15 }) =>
        withLibrary(async (directory) => {
            const { code, stdout } = await onPostgres15(directory, "indexes");
            expect([code, stdout]).toEqual([0, expect.stringMatching(/\n7 cases, 0 findings\s*$/)]);
            expect(stdout).toContain("What indexes cost to write is not known: the server is PostgreSQL 15");
        }));

    test("no row is written to learn what it would log", async ({ onPostgres15 }) => {
        await withLibrary(async (directory) => {
            const { stderr } = await onPostgres15(directory, "indexes");
            expect(stderr).toContain("try indexes that are missing");
            expect(stderr).not.toContain("write rows");
        });
    });

    test("lint finds what it finds on a server of our own", ({ onPostgres15 }) =>
        withLibrary(async (directory) => {
            const old = await onPostgres15(directory, "lint", "--json");
            const own = await pgassay(directory, ["lint", "--json"]);
            // What the catalog shows, and what squawk does.
            expect(own.stdout).toMatch(/"comment-missing"[^]*"squawk-/);
            expect([old.code, JSON.parse(old.stdout)], old.stderr).toEqual([1, JSON.parse(own.stdout)]);
        }));

    test("seed loads a dataset, and makes rows up", ({ onPostgres15, url }) =>
        withProject(async (directory) => {
            const seeded = await newDatabase(url, "seeded");
            const up = await onPostgres15(directory, "migrate", "up", "--database-url", seeded);
            expect(up.code, up.stderr).toBe(0);
            const { code, stdout, stderr } = await onPostgres15(directory, "seed", "--database-url", seeded);
            expect([code, stdout], stderr).toEqual([0, expect.stringMatching(/^book +20,000/m)]);

            const filled = await newDatabase(url, "filled");
            expect(await onPostgres15(directory, "migrate", "up", "--database-url", filled)).toMatchObject({ code: 0 });
            const made = await onPostgres15(directory, "seed", "--autofill", "--rows", "50", "--database-url", filled);
            expect([made.code, made.stdout], made.stderr).toEqual([0, expect.stringMatching(/\bbook +50\b/)]);
        }));

    test("a migration that needs a newer server is said to", async ({ onPostgres15 }) => {
        await withProject(async (directory) => {
            const { code, stderr } = await onPostgres15(directory, "plan");
            expect(code).toBe(2);
            expect(stderr).toMatch(
                /the server is PostgreSQL 15\.\d+, and this is SQL of a newer one: use PostgreSQL 18/,
            );
        }, projects.library);
    });
});
