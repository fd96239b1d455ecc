import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect } from "vitest";
import { withClient } from "../../src/server/client.ts";
import type { Database } from "../../src/server/cluster.ts";
import { databaseTest as it } from "../migrate/database-test.ts";
import { edit, pgassay, projects, withProject, type Outcome } from "./pgassay.ts";

const onTrial = async (directory: string, ...args: readonly string[]): Promise<Outcome> =>
    pgassay(directory, ["seed", "--dataset", ...args]);

const shelves = async (database: Database): Promise<number | null> =>
    withClient(database, async (client) => (await client.query("select from public.shelf")).rowCount);

describe("pgassay seed --dataset", () => {
    it("runs the files of the name on trial", () =>
        withProject(async (directory) => {
            const { code, stdout } = await onTrial(directory, "few");
            expect([code, stdout]).toEqual([0, "shelves.sql  2 rows written\nbooks.sql    1 row written\n"]);
        }));

    it("prints the same as JSON", () =>
        withProject(async (directory) => {
            const { stdout } = await onTrial(directory, "few", "--json");
            expect(JSON.parse(stdout)).toEqual({
                files: [
                    { file: "shelves.sql", rows: 2 },
                    { file: "books.sql", rows: 1 },
                ],
            });
        }));

    it("takes the name of the generated dataset too", () =>
        withProject(async (directory) => {
            expect((await onTrial(directory, "library")).stdout).toMatch(/^book +20,000/m);
        }));

    it("fills the database of the URL, and once more changes nothing", ({ database }) =>
        withProject(async (directory) => {
            const url = ["--database-url", database.url];
            await pgassay(directory, ["migrate", "up", ...url]);
            expect((await onTrial(directory, "few", ...url)).code).toBe(0);
            expect((await onTrial(directory, "few", ...url)).stdout).toMatch(/^shelves.sql +0 rows/);
            expect(await shelves(database)).toBe(2);
        }));

    it("names the line of a statement that fails, and leaves nothing behind", ({ database }) =>
        withProject(async (directory) => {
            const url = ["--database-url", database.url];
            await pgassay(directory, ["migrate", "up", ...url]);
            await edit(join(directory, "seeds/books.sql"), "update public.book", "update public.volume");
            const { code, stderr } = await onTrial(directory, "few", ...url);
            expect(stderr).toMatch(/seeds\/books\.sql:5[^]*42P01[^]*"public\.volume" does not exist/);
            expect([code, await shelves(database)]).toEqual([2, 0]);
        }));

    it("says which names there are when one is misspelt", () =>
        withProject(async (directory) => {
            const { code, stderr } = await onTrial(directory, "fews");
            expect([code, stderr]).toEqual([2, expect.stringMatching(/did you mean "few"\?[^]*few, library/)]);
        }));

    it("refuses a scale for what is written by hand", () =>
        withProject(async (directory) => {
            const { code, stderr } = await onTrial(directory, "few", "--scale", "2");
            expect([code, stderr]).toEqual([2, expect.stringContaining("--scale and --seed")]);
        }));

    it("says so when a file is not there", () =>
        withProject(async (directory) => {
            await rm(join(directory, "seeds/books.sql"));
            const { code, stderr } = await onTrial(directory, "few");
            expect([code, stderr]).toEqual([2, expect.stringMatching(/could not read the seed files[^]*books\.sql/)]);
        }));
});

describe("pgassay seed --autofill", () => {
    const autofilled = async (directory: string, ...args: readonly string[]): Promise<Outcome> =>
        pgassay(directory, ["seed", "--rows", "40", "--json", ...args]);

    it("makes up rows for a project without a dataset, the same for the same seed", () =>
        withProject(async (directory) => {
            const [first, second, other] = [
                await autofilled(directory),
                await autofilled(directory),
                await autofilled(directory, "--seed", "2"),
            ].map(({ code, stdout }) => {
                expect(code).toBe(0);
                const { tables } = JSON.parse(stdout) as { tables: { name: string; rows: number; digest: string }[] };
                return tables.map(({ name, rows, digest }) => ({ name, rows, digest }));
            });
            expect(first).toContainEqual(expect.objectContaining({ name: "library.reservations", rows: 40 }));
            expect(second).toEqual(first);
            expect(other).not.toEqual(first);
        }, projects.library));

    it("prints findings and exits 1 when the schema asks for what cannot be", () =>
        withProject(async (directory) => {
            const migration =
                "-- migrate:up\nalter table library.fines add check (id < 0), add check (id > 0);\n-- migrate:down\n";
            await writeFile(join(directory, "db/migrations/20990101000001_never.sql"), migration);
            const { code, stdout } = await pgassay(directory, ["seed"]);
            expect([code, stdout]).toEqual([1, expect.stringMatching(/^error autofill-unsolved library.fines\./)]);
        }, projects.library));

    it("asks for --autofill before it counts the rows of a project that has a dataset", () =>
        withProject(async (directory) => {
            const { code, stderr } = await autofilled(directory);
            expect([code, stderr]).toEqual([2, expect.stringContaining("make rows up with --autofill")]);
        }));

    it("what cannot be filled stops every verb that needs rows, with the same findings, and leaves none", ({
        cluster,
    }) =>
        withProject(async (directory) => {
            const migration =
                "-- migrate:up\nalter table library.fines add check (id < 0), add check (id > 0);\n-- migrate:down\n";
            await writeFile(join(directory, "db/migrations/20990101000001_never.sql"), migration);
            const admin = cluster.database("postgres");
            const run = async (...args: readonly string[]): Promise<Outcome> =>
                pgassay(directory, args, { DATABASE_URL: cluster.tcpUrl(admin) });
            const databases = async (): Promise<unknown[]> =>
                withClient(admin, async (client) => {
                    const { rows } = await client.query(
                        "select datname from pg_database where datname ~ '^pgassay_(template_autofill|clone)' order by 1",
                    );
                    return rows;
                });
            const before = await databases();
            const { stdout: seeded } = await pgassay(directory, ["seed", "--json"]);
            for (const verb of ["plan", "bench", "indexes", "stress"]) {
                const { code, stdout, stderr } = await run(verb, "--json");
                expect([verb, code, stdout]).toEqual([verb, 1, seeded]);
                expect(stderr).toMatch(/could not fill the tables with made-up rows\n +what to do: +write a dataset/);
            }
            const compared = await run("compare", ".", "--json");
            const { findings } = JSON.parse(seeded) as { readonly findings: unknown };
            expect([compared.code, JSON.parse(compared.stdout)]).toEqual([
                1,
                { state: "refused", side: "base", findings },
            ]);
            expect(compared.stderr).toContain("made-up rows, on the side of the base, .\n");
            const { code, stdout } = await run("plan", "--sarif", "plan.sarif");
            expect([code, stdout]).toEqual([1, expect.stringMatching(/^error autofill-unsolved library\.fines\./)]);
            expect(await readFile(join(directory, "plan.sarif"), "utf8")).toContain("autofill-unsolved");
            expect(await databases()).toEqual(before);
        }, projects.library));
});
