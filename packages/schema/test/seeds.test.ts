import { join } from "node:path";
import { runSeedFiles, silent, withClient, withCloneOf, type Database, type SeedFilesResult } from "pgassay";
import { expect, test } from "vitest";
import { databaseDirectory, ourSchemaRecipe } from "./project.ts";

const sample = ["default_organizations", "default_users", "sample_projects"].map((name) =>
    join(databaseDirectory, "seeds", `${name}.sql`),
);

const seed = async (database: Database): Promise<SeedFilesResult> => runSeedFiles(database, sample, silent);

async function values(database: Database, sql: string): Promise<unknown[]> {
    return withClient(database, async (client) =>
        (await client.query<unknown[]>({ text: sql, rowMode: "array" })).rows.flat(),
    );
}

/** A test with a database of its own that holds the schema. */
const it = test.extend<{ database: Database }>({
    database: async ({}, use) => {
        const recipe = await ourSchemaRecipe();
        await withCloneOf({ recipe, progress: silent }, use);
    },
});

it("the sample can be planted twice", async ({ database }) => {
    const written = (await seed(database)).files.map(({ rows }) => rows);
    expect(Math.min(...written)).toBeGreaterThan(0);
    expect((await seed(database)).files.map(({ rows }) => rows)).toEqual([0, 0, 0]);
});

it("every role has somebody, and nobody has a password", async ({ database }) => {
    await seed(database);
    expect(
        await values(
            database,
            `select role from unnest(enum_range(null::public.user_role_enum)) as role
            except select role from public.team_memberships where status = 'active'`,
        ),
    ).toEqual([]);
    expect(
        await values(database, String.raw`select email from public.users where password_hash not like '$disabled$%'`),
    ).toEqual([]);
});

it("production refuses the sample, whichever file comes first", async ({ database }) => {
    await withClient(database, (client) =>
        client.query(`alter database ${client.escapeIdentifier(database.name)} set bduf.environment = 'production'`),
    );
    for (const file of sample) {
        await expect(runSeedFiles(database, [file], silent)).rejects.toThrow(/BD517.*not for a production database/);
    }
    expect(await values(database, "select username from public.users")).toEqual(["system"]);
});
