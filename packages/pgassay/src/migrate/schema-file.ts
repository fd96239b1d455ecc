import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { environmentError, usageError } from "../core/errors.ts";
import type { Finding } from "../core/finding.ts";
import { writeWholeFile } from "../files/write-whole-file.ts";
import type { Database } from "../server/cluster.ts";
import { lineDiff } from "../core/line-diff.ts";
import { withMigrationLock } from "./migration-lock.ts";
import type { MigrationProject } from "./project.ts";
import { runDbmate } from "./run-dbmate.ts";

/** Enough to see what kind of change it is; `git diff` shows the rest once the file is written anew. */
const maxDiffLines = 40;

/**
 * What `dbmate dump` writes, under the lock, so that the schema and the list of versions are of one moment.
 *
 * @throws an environment error when the dump fails
 */
export async function renderSchemaFile(database: Database, project: MigrationProject): Promise<string> {
    const directory = await mkdtemp(join(tmpdir(), "pgassay-dump-"));
    try {
        const schemaFile = join(directory, "schema.sql");
        const run = await withMigrationLock(database, () => runDbmate(database, { ...project, schemaFile }, ["dump"]));
        if (run.exitCode === 0) return await readFile(schemaFile, "utf8");
        throw environmentError({
            tried: `dump the schema of the database ${database.name}`,
            happened: `dbmate says: ${run.stderr.trim().replace(/^Error: /, "")}`,
            remedy: "check that the user may read every table and that no line of a function or comment exceeds 64 kB",
        });
    } finally {
        await rm(directory, { recursive: true, force: true });
    }
}

/**
 * Writes the schema file of a project: what `dbmate dump` says of a migrated database. Equal schemas and versions give
 * equal bytes. The file appears whole or not at all.
 *
 * @throws an environment error when the dump fails or the file cannot be written
 */
export async function writeSchemaFile(database: Database, project: MigrationProject): Promise<void> {
    await writeWholeFile(project.schemaFile, await renderSchemaFile(database, project), "the schema file");
}

/**
 * Builds the schema in an empty database from the schema file, with `dbmate load`; the versions listed in it are
 * applied afterwards. It brings no rows that migrations inserted.
 *
 * @throws a usage error when the file cannot be read or the database refuses what it says
 */
export async function loadSchemaFile(database: Database, project: MigrationProject): Promise<void> {
    const run = await withMigrationLock(database, () => runDbmate(database, project, ["load"]));
    if (run.exitCode === 0) return;
    throw usageError({
        tried: `load ${project.schemaFile} into the database ${database.name}`,
        happened: `dbmate says: ${run.stderr.trim().replace(/^Error: /, "")}`,
        remedy: "load it into an empty database, and write the file anew if it was edited by hand",
    });
}

/**
 * Compares the schema file with the schema that the migrations make.
 *
 * @param fresh what `renderSchemaFile` says of a database to which all migrations and nothing else were just applied
 * @returns the finding `schema-file-stale`, or none
 */
export async function compareSchemaFile(fresh: string, project: MigrationProject): Promise<Finding[]> {
    const committed = await readFile(project.schemaFile, "utf8").catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return undefined;
        throw error;
    });
    if (committed === fresh) return [];
    const stale = { code: "schema-file-stale", severity: "error", subject: basename(project.schemaFile) } as const;
    if (committed === undefined)
        return [{ ...stale, message: "does not exist: write it with `pgassay migrate dump` and commit it" }];
    return [
        {
            ...stale,
            message: "is not what the migrations make: write it anew with `pgassay migrate dump` and commit it",
            detail: lineDiff(committed, fresh, maxDiffLines),
        },
    ];
}
