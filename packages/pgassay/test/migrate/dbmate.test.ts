import { rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, vi } from "vitest";
import { migrateDown, migrateUp, migrationStatus } from "../../src/migrate/dbmate.ts";
import { withClient } from "../../src/server/client.ts";
import type { Database } from "../../src/server/cluster.ts";
import { withProject } from "./corpus-project.ts";
import { databaseTest } from "./database-test.ts";

const it = databaseTest;

const [books, loans, index] = [
    "20260101000001_books.sql",
    "20260101000002_loans.sql",
    "20260101000003_index_open_loans.sql",
];
const versions = ["20260101000001", "20260101000002", "20260101000003"];

/** The first column of what a query returns. */
async function column(database: Database, query: string): Promise<unknown[]> {
    const { rows } = await withClient(database, (client) => client.query<unknown[]>({ text: query, rowMode: "array" }));
    return rows.map(([value]) => value);
}

const relations = `
    select oid::regclass::text
    from pg_class
    where relnamespace in (select oid from pg_namespace where nspname in ('public', 'lending'))
    order by oid::regclass::text collate "C"`;

describe("up and down", () => {
    it("go there and back, and say what they did", async ({ database }) => {
        await withProject("library", async (project) => {
            const nothing = { applied: [], pending: [books, loans, index], withoutFile: [] };
            expect(await migrationStatus(database, project)).toEqual(nothing);

            expect(await migrateUp(database, project)).toEqual({
                before: [],
                after: versions,
                files: [books, loans, index],
            });
            expect(await column(database, relations)).toContain("lending.loans_open_idx");
            expect(await migrateUp(database, project)).toEqual({ before: versions, after: versions, files: [] });

            expect(await migrateDown(database, project, "step")).toEqual({
                before: versions,
                after: versions.slice(0, 2),
                files: [index],
            });
            expect(await migrationStatus(database, project)).toEqual({
                applied: [books, loans],
                pending: [index],
                withoutFile: [],
            });
            expect(await migrateDown(database, project, "everything")).toEqual({
                before: versions.slice(0, 2),
                after: [],
                files: [loans, books],
            });
            expect(await column(database, relations)).toEqual(["schema_migrations", "schema_migrations_pkey"]);
            expect(await migrateDown(database, project, "step")).toEqual({ before: [], after: [], files: [] });
            expect(await migrationStatus(database, project)).toEqual(nothing);
        });
    });

    it("work over TCP with a password, and whatever the environment says to dbmate", async ({ database, cluster }) => {
        await withProject("library", async (project) => {
            vi.stubEnv("DBMATE_DRIVER", "mysql");
            await writeFile(join(project.migrationsDir, ".env"), "PGDATABASE=elsewhere\nPGOPTIONS=-c role=nobody\n");
            try {
                const run = await migrateUp({ name: database.name, url: cluster.tcpUrl(database) }, project);
                expect(run.after).toEqual(versions);
            } finally {
                vi.unstubAllEnvs();
            }
            expect((await migrationStatus(database, project)).pending).toEqual([]);
        });
    });

    it("apply once when two run at the same time", async ({ database }) => {
        await withProject("counting", async (project) => {
            const runs = await Promise.all([migrateUp(database, project), migrateUp(database, project)]);
            expect(runs.flatMap(({ files }) => files)).toHaveLength(3);
            expect(await column(database, "select count(*)::int from runs")).toEqual([1]);
        });
    });
});

describe("a migration that fails", () => {
    it("is named with its line and the server's message, and changes nothing", async ({ database }) => {
        await withProject("failing", async (project) => {
            await expect(migrateUp(database, project)).rejects.toMatchObject({
                kind: "usage",
                parts: {
                    tried: "apply the migration 20260101000002_names.sql",
                    happened: `${project.migrationsDir}/20260101000002_names.sql:8:42: syntax error at or near "nut" (42601)`,
                    remedy: "correct the migration and run again; nothing of it has stayed in the database",
                },
            });
            expect(await migrationStatus(database, project)).toMatchObject({
                applied: ["20260101000001_authors.sql"],
                pending: ["20260101000002_names.sql"],
            });
            expect(
                await column(
                    database,
                    "select attname from pg_attribute where attrelid = 'authors'::regclass and attnum > 0",
                ),
            ).toEqual(["id"]);

            await expect(migrateDown(database, project, "step")).rejects.toMatchObject({
                kind: "usage",
                parts: {
                    tried: "revert the migration 20260101000001_authors.sql",
                    happened: `${project.migrationsDir}/20260101000001_authors.sql: table "biographies" does not exist (42P01)`,
                },
            });
            expect((await migrationStatus(database, project)).applied).toEqual(["20260101000001_authors.sql"]);
        });
    });

    it("may have left something behind outside a transaction, and says so", async ({ database }) => {
        await withProject("failing-outside-transaction", async (project) => {
            await expect(migrateUp(database, project)).rejects.toMatchObject({
                parts: {
                    happened: expect.stringMatching(/could not create unique index "visits_page_idx" \(23505\)$/),
                    remedy: expect.stringContaining("an invalid index perhaps"),
                },
            });
            expect((await migrationStatus(database, project)).pending).toEqual(["20260101000002_unique_page.sql"]);
            expect(
                await column(database, "select indexrelid::regclass::text from pg_index where not indisvalid"),
            ).toEqual(["visits_page_idx"]);
        });
    });

    it("is not believed to be applied when its version is not recorded", async ({ database }) => {
        await withProject("library", async (project) => {
            await withClient(database, (client) =>
                client.query(`
                        create table schema_migrations (version varchar primary key);
                        create function forget() returns trigger language plpgsql as 'begin return null; end';
                        create trigger forget before insert on schema_migrations for each row execute function forget()`),
            );
            await expect(migrateUp(database, project)).rejects.toMatchObject({
                kind: "environment",
                parts: {
                    happened: expect.stringContaining("reported success, but public.schema_migrations is wrong about"),
                },
            });
        });
    });
});

describe("files that do not fit what is applied", () => {
    it("are refused before anything runs when dbmate would misunderstand them", async ({ database }) => {
        await withProject("library", async (project) => {
            await writeFile(join(project.migrationsDir, "999_late.sql"), "-- migrate:up\n-- migrate:down\n");
            for (const run of [() => migrateUp(database, project), () => migrateDown(database, project, "step")])
                await expect(run()).rejects.toMatchObject({
                    kind: "usage",
                    parts: { happened: expect.stringContaining("999_late.sql would run after") },
                });
            expect(await column(database, relations)).toEqual([]);
        });
    });

    it("are refused when a pending one is older than an applied one", async ({ database }) => {
        await withProject("library", async (project) => {
            await migrateUp(database, project);
            await writeFile(
                join(project.migrationsDir, "20260101000000_early.sql"),
                "-- migrate:up\n-- migrate:down\n",
            );
            await expect(migrateUp(database, project)).rejects.toMatchObject({
                kind: "usage",
                parts: { happened: `20260101000000_early.sql is pending, but the later ${index} is applied` },
            });
            await rename(
                join(project.migrationsDir, "20260101000000_early.sql"),
                join(project.migrationsDir, "20260101000004_late.sql"),
            );
            expect((await migrateUp(database, project)).files).toEqual(["20260101000004_late.sql"]);
        });
    });

    it("are not reverted past one that is missing", async ({ database }) => {
        await withProject("library", async (project) => {
            await migrateUp(database, project);
            await rm(join(project.migrationsDir, index ?? ""));
            expect((await migrationStatus(database, project)).withoutFile).toEqual(["20260101000003"]);
            await expect(migrateDown(database, project, "step")).rejects.toMatchObject({
                kind: "usage",
                parts: {
                    happened: expect.stringContaining("20260101000003 is applied, but no file there has that version"),
                },
            });
            expect(await column(database, relations)).toContain("lending.loans_open_idx");
        });
    });
});
