import type pg from "pg";
import { environmentError, usageError } from "../core/errors.ts";
import type { MigrationFile } from "../core/migration-file.ts";
import { quoteName } from "../core/quote.ts";
import { withClient } from "../server/client.ts";
import type { Database } from "../server/cluster.ts";
import { dbmateFailure } from "./dbmate-failure.ts";
import { checkMigrationFiles, readMigrationFiles } from "./migration-files.ts";
import { withMigrationLock } from "./migration-lock.ts";
import type { MigrationProject } from "./project.ts";
import { runDbmate } from "./run-dbmate.ts";

/** What a run did, as the table of versions shows it. */
export interface MigrationRun {
    /** Versions recorded before and after, in code-unit order. */
    readonly before: readonly string[];
    readonly after: readonly string[];
    /** Names of the files that were applied or reverted, in that order. */
    readonly files: readonly string[];
}

export interface MigrationStatus {
    /** Names of files, in the order in which dbmate applies them. */
    readonly applied: readonly string[];
    readonly pending: readonly string[];
    /** Recorded versions that no file has. */
    readonly withoutFile: readonly string[];
}

/** `step` reverts the last migration, `everything` all of them. */
export type DownTarget = "step" | "everything";

/**
 * Applies every pending migration with dbmate, one run at a time for each database. Timeouts of the migrations travel
 * in the URL of the database (`?lock_timeout=4000`).
 *
 * @throws a usage error, before anything is run, for files that dbmate would misunderstand, or for a pending migration
 * that is older than an applied one; and for a migration that fails, with file, line and the server's message. Those
 * before it stay applied.
 */
export async function migrateUp(database: Database, project: MigrationProject): Promise<MigrationRun> {
    const files = await readMigrationFiles(project.migrationsDir);
    refuseMisunderstood(files, project);
    return withMigrationLock(database, async (client) => {
        const before = await readVersions(client, project);
        const pending = files.filter(({ version }) => !before.includes(version));
        refuseOutOfOrder(before, files, project);
        if (pending.length > 0) {
            const run = await runDbmate(database, project, ["migrate"]);
            if (run.exitCode !== 0) throw await dbmateFailure(run, "up", files, project, database);
        }
        const after = await readVersions(client, project);
        expectVersions("apply", project, after, [...before, ...pending.map(({ version }) => version)]);
        return { before, after, files: pending.map(({ name }) => name) };
    });
}

/**
 * Reverts the last migration or all of them with dbmate, one run at a time for each database. Reverting where nothing
 * is applied does nothing.
 *
 * @throws a usage error when the file of an applied version is missing, since dbmate would then revert the wrong one,
 * and when a migration fails, with file, line and the server's message
 */
export async function migrateDown(
    database: Database,
    project: MigrationProject,
    target: DownTarget,
): Promise<MigrationRun> {
    const files = await readMigrationFiles(project.migrationsDir);
    refuseMisunderstood(files, project);
    return withMigrationLock(database, async (client) => {
        const before = await readVersions(client, project);
        refuseMissing(before, files, project);
        const applied = files.filter(({ version }) => before.includes(version)).toReversed();
        const reverted = applied.slice(0, target === "step" ? 1 : applied.length);
        for (const file of reverted) {
            const expected = (await readVersions(client, project)).filter((version) => version !== file.version);
            const run = await runDbmate(database, project, ["rollback"]);
            if (run.exitCode !== 0) throw await dbmateFailure(run, "down", files, project, database);
            expectVersions("revert", project, await readVersions(client, project), expected);
        }
        return { before, after: await readVersions(client, project), files: reverted.map(({ name }) => name) };
    });
}

/** Which migrations are applied, from the table of versions. Takes no lock and changes nothing. */
export async function migrationStatus(database: Database, project: MigrationProject): Promise<MigrationStatus> {
    const files = await readMigrationFiles(project.migrationsDir);
    const versions = await withClient(database, (client) => readVersions(client, project));
    return {
        applied: files.filter(({ version }) => versions.includes(version)).map(({ name }) => name),
        pending: files.filter(({ version }) => !versions.includes(version)).map(({ name }) => name),
        withoutFile: withoutFile(versions, files),
    };
}

/** Recorded versions in code-unit order; none when there is no table yet. */
async function readVersions(client: pg.Client, project: MigrationProject): Promise<string[]> {
    const [first = "", ...rest] = project.migrationsTable.split(".");
    const table = quoteName(first, ...rest);
    const { rows } = await client.query<{ exists: boolean }>(
        "select pg_catalog.to_regclass($1) is not null as exists",
        [table],
    );
    if (!rows[0]?.exists) return [];
    const versions = await client.query<{ version: string }>(
        `select version from ${table} order by version collate "C"`,
    );
    return versions.rows.map(({ version }) => version);
}

function withoutFile(versions: readonly string[], files: readonly MigrationFile[]): string[] {
    return versions.filter((version) => !files.some((file) => file.version === version));
}

function refuseMisunderstood(files: readonly MigrationFile[], project: MigrationProject): void {
    const findings = checkMigrationFiles(files);
    if (findings.length === 0) return;
    throw usageError({
        tried: `run the migrations in ${project.migrationsDir}`,
        happened: findings.map(({ subject, message }) => `${subject} ${message}`).join("; "),
        remedy: "correct the files named above; nothing has been run",
    });
}

/** A migration that was tried only on a database without the later ones may do something else on one with them. */
function refuseOutOfOrder(
    versions: readonly string[],
    files: readonly MigrationFile[],
    project: MigrationProject,
): void {
    const lastApplied = files.findLast(({ version }) => versions.includes(version));
    if (lastApplied === undefined) return;
    const overtaken = files.slice(0, files.indexOf(lastApplied)).filter(({ version }) => !versions.includes(version));
    if (overtaken.length === 0) return;
    throw usageError({
        tried: `apply the migrations in ${project.migrationsDir}`,
        happened: `${overtaken.map(({ name }) => name).join(", ")} is pending, but the later ${lastApplied.name} is applied`,
        remedy: "give the pending file a version after the last applied one; nothing has been run",
    });
}

function refuseMissing(versions: readonly string[], files: readonly MigrationFile[], project: MigrationProject): void {
    const missing = withoutFile(versions, files);
    if (missing.length === 0) return;
    throw usageError({
        tried: `revert the migrations in ${project.migrationsDir}`,
        happened: `${missing.join(", ")} is applied, but no file there has that version; dbmate would revert another`,
        remedy: "bring the file back, from the branch it was applied from; nothing has been run",
    });
}

/** dbmate also says "Applied" of what failed, so only the table of versions is believed. */
function expectVersions(
    verb: string,
    project: MigrationProject,
    found: readonly string[],
    expected: readonly string[],
): void {
    const amiss = [...found, ...expected].filter((version) => !(found.includes(version) && expected.includes(version)));
    if (amiss.length === 0) return;
    throw environmentError({
        tried: `${verb} the migrations in ${project.migrationsDir}`,
        happened: `dbmate reported success, but ${project.migrationsTable} is wrong about ${amiss.join(", ")}`,
        remedy: "look for something else that writes to this table, a trigger or another migration tool",
    });
}
