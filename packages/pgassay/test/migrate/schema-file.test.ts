import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname } from "node:path";
import { describe, expect } from "vitest";
import { migrateUp, migrationStatus } from "../../src/migrate/dbmate.ts";
import { dumpSchema } from "../../src/migrate/pg-dump.ts";
import { compareSchemaFile, loadSchemaFile, renderSchemaFile, writeSchemaFile } from "../../src/migrate/schema-file.ts";
import { withClient } from "../../src/server/client.ts";
import type { Database } from "../../src/server/cluster.ts";
import { withProject } from "./corpus-project.ts";
import { databaseTest } from "./database-test.ts";

const it = databaseTest;

/** What the catalog says, asked directly: every part of it that a dump could lose. */
const catalogQuery = `
    select 'column' as kind, attrelid::regclass::text || '.' || attname as name,
        concat_ws(' ', format_type(atttypid, atttypmod), attnotnull, attidentity, attgenerated,
            pg_get_expr(adbin, adrelid)) as definition
    from pg_attribute left join pg_attrdef on (adrelid, adnum) = (attrelid, attnum)
    where attnum > 0 and attrelid in (select oid from pg_class where relnamespace in ($1::regnamespace, $2::regnamespace))
    union all select 'constraint', conname, pg_get_constraintdef(oid) from pg_constraint
        where connamespace in ($1::regnamespace, $2::regnamespace)
    union all select 'index', indexrelid::regclass::text, pg_get_indexdef(indexrelid) || indisvalid from pg_index
        where indrelid in (select oid from pg_class where relnamespace in ($1::regnamespace, $2::regnamespace))
    union all select 'function', proname, pg_get_functiondef(oid) from pg_proc
        where pronamespace in ($1::regnamespace, $2::regnamespace)
    union all select 'trigger', tgname, pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
    union all select 'policy', polname, concat_ws(' ', polrelid::regclass, polcmd, pg_get_expr(polqual, polrelid)) from pg_policy
    union all select 'security', oid::regclass::text, concat(relrowsecurity, relforcerowsecurity) from pg_class
        where relnamespace in ($1::regnamespace, $2::regnamespace)
    union all select 'label', enumtypid::regtype::text, enumlabel || enumsortorder from pg_enum
    union all select 'comment', objoid::regclass::text, description from pg_description
        where classoid = 'pg_class'::regclass and objoid in (select oid from pg_class where relnamespace = $1::regnamespace)
    order by 1, 2, 3`;

async function catalog(database: Database): Promise<unknown[]> {
    return withClient(database, async (client) => (await client.query(catalogQuery, ["public", "lending"])).rows);
}

describe("the schema file", () => {
    it("makes the same schema again, and is then written with the same bytes", async ({
        database: migrated,
        otherDatabase: loaded,
        cluster,
    }) => {
        await withProject("library", async (project) => {
            await migrateUp(migrated, project);
            await writeSchemaFile(migrated, project);
            const written = await readFile(project.schemaFile, "utf8");
            expect(written).toMatch(/^SET statement_timeout = 0;\n/);
            expect(written).toContain(
                "INSERT INTO public.schema_migrations (version) VALUES\n    ('20260101000001'),\n",
            );

            await loadSchemaFile(loaded, project);
            expect(await catalog(loaded)).toEqual(await catalog(migrated));
            expect(await dumpSchema(loaded)).toBe(await dumpSchema(migrated));
            expect((await migrationStatus(loaded, project)).pending).toEqual([]);

            await writeSchemaFile({ name: loaded.name, url: cluster.tcpUrl(loaded) }, project);
            expect(await readFile(project.schemaFile, "utf8")).toBe(written);
            expect(await readdir(dirname(project.schemaFile))).toEqual(["migrations", "schema.sql"]);
        });
    });

    it("can be loaded by anything that speaks SQL, and names no machine, user, database or release", async ({
        database: migrated,
        otherDatabase: loaded,
    }) => {
        await withProject("library", async (project) => {
            await migrateUp(migrated, project);
            await writeSchemaFile(migrated, project);
            const written = await readFile(project.schemaFile, "utf8");
            await withClient(loaded, (client) => client.query(written));
            expect(await catalog(loaded)).toEqual(await catalog(migrated));
            const { version, role } = await withClient(
                migrated,
                async (client) =>
                    (
                        await client.query<{ version: string; role: string }>(
                            "select current_setting('server_version') as version, current_user as role",
                        )
                    ).rows[0] ?? { version: "", role: "" },
            );
            for (const name of [hostname(), migrated.name, dirname(project.schemaFile), version, role])
                expect(written).not.toContain(name);
            expect(written).not.toMatch(/^\\/m);
        });
    });

    it("stays as it was when the dump fails", async ({ database }) => {
        await withProject("library", async (project) => {
            await writeFile(project.schemaFile, "-- as it was\n");
            await migrateUp(database, project);
            // dbmate cannot read a line of 64 kB.
            await withClient(database, (client) =>
                client.query(
                    `create function long() returns int language sql as $$ /* ${"x".repeat(70_000)} */ select 1 $$`,
                ),
            );
            await expect(writeSchemaFile(database, project)).rejects.toMatchObject({
                kind: "environment",
                parts: { remedy: expect.stringContaining("64 kB") as string },
            });
            expect(await readFile(project.schemaFile, "utf8")).toBe("-- as it was\n");
            expect(await readdir(dirname(project.schemaFile))).toEqual(["migrations", "schema.sql"]);
        });
    });

    it("is refused where its tables already are", async ({ database }) => {
        await withProject("library", async (project) => {
            await migrateUp(database, project);
            await writeSchemaFile(database, project);
            await expect(loadSchemaFile(database, project)).rejects.toMatchObject({
                kind: "usage",
                parts: { happened: expect.stringContaining("already exists") as string },
            });
        });
    });
});

describe("schema-file-stale", () => {
    it("is found when the file lacks what the migrations make, with the difference", async ({ database }) => {
        await withProject("library", async (project) => {
            await migrateUp(database, project);
            await writeSchemaFile(database, project);
            expect(await compareSchemaFile(await renderSchemaFile(database, project), project)).toEqual([]);

            await withClient(database, (client) => client.query("alter table books add column pages int"));
            expect(await compareSchemaFile(await renderSchemaFile(database, project), project)).toEqual([
                {
                    code: "schema-file-stale",
                    severity: "error",
                    subject: "schema.sql",
                    message: "is not what the migrations make: write it anew with `pgassay migrate dump` and commit it",
                    detail: [
                        "@@ -67 +67 @@",
                        "     title text NOT NULL,",
                        "     binding public.binding DEFAULT 'hard'::public.binding NOT NULL,",
                        "     search tsvector GENERATED ALWAYS AS (to_tsvector('english'::regconfig, title)) STORED,",
                        "+    pages integer,",
                        "     CONSTRAINT books_title_check CHECK ((title <> ''::text))",
                        " );",
                        " ",
                    ].join("\n"),
                },
            ]);
            await withClient(database, (client) => client.query("alter table books drop column pages"));
            expect(await compareSchemaFile(await renderSchemaFile(database, project), project)).toEqual([]);

            await rm(project.schemaFile);
            expect(await compareSchemaFile(await renderSchemaFile(database, project), project)).toEqual([
                {
                    code: "schema-file-stale",
                    severity: "error",
                    subject: "schema.sql",
                    message: "does not exist: write it with `pgassay migrate dump` and commit it",
                },
            ]);
        });
    });
});
