import { join } from "node:path";
import { environmentError, usageError } from "../core/errors.ts";
import { migrationSection } from "../core/migration-file.ts";
import type { Direction, MigrationFile } from "../core/migration-file.ts";
import { loadSqlParser, parserMajor, parseSql } from "../core/sql-text.ts";
import type { Database } from "../server/cluster.ts";
import { readServerVersion } from "../server/server-version.ts";
import type { DbmateRun } from "./run-dbmate.ts";
import type { MigrationProject } from "./project.ts";

/** Where a migration failed, read from what dbmate printed. */
interface Failure {
    /** The migration being run, if dbmate came as far as running one. */
    readonly file: MigrationFile | undefined;
    /** Line of the file and column, from 1; only errors of syntax and naming have a place. */
    readonly place: { readonly line: number; readonly column: number } | undefined;
    /** The server's message and SQLSTATE, or dbmate's own complaint. */
    readonly message: string;
}

/** The error for a dbmate that did not exit with 0 while it applied or reverted migrations. */
export async function dbmateFailure(
    run: DbmateRun,
    direction: Direction,
    files: readonly MigrationFile[],
    project: MigrationProject,
    database: Database,
): Promise<Error> {
    const { file, place, message } = readFailure(run, direction, files);
    const verb = direction === "up" ? "apply" : "revert";
    if (file === undefined) {
        return environmentError({
            tried: `${verb} the migrations in ${project.migrationsDir}`,
            happened: `dbmate says: ${message}`,
            remedy: "remove what it complains about and run again",
        });
    }
    const path = join(project.migrationsDir, file.name);
    return usageError({
        tried: `${verb} the migration ${file.name}`,
        happened: `${path}${place ? `:${place.line}:${place.column}` : ""}: ${message}`,
        remedy: (await isOfNewerServer(message, file, direction))
            ? `the server is PostgreSQL ${await readServerVersion(database)}, and this is SQL of a newer one: use PostgreSQL ${parserMajor}, or write what the older one knows`
            : (migrationSection(file, direction)?.isTransactional ?? true)
              ? "correct the migration and run again; nothing of it has stayed in the database"
              : "look what of it has stayed in the database, an invalid index perhaps, and remove that; then correct it and run again",
    });
}

/** Whether the server refused as bad syntax what the parser of the newest PostgreSQL takes. */
async function isOfNewerServer(message: string, file: MigrationFile, direction: Direction): Promise<boolean> {
    if (!message.endsWith("(42601)")) return false;
    await loadSqlParser();
    return Array.isArray(parseSql(migrationSection(file, direction)?.sql ?? ""));
}

function readFailure({ stdout, stderr }: DbmateRun, direction: Direction, files: readonly MigrationFile[]): Failure {
    const name = [...stdout.matchAll(/^(?:Applying|Rolling back): (.+)$/gm)].at(-1)?.[1];
    const file = files.find((candidate) => candidate.name === name);
    const [, line, column, complaint] =
        /^Error: (?:line: (\d+), column: (\d+), position: \d+: )?([^]*)$/.exec(stderr.trim()) ?? [];
    return {
        file,
        // dbmate counts lines from the one that begins the section.
        place:
            file && line !== undefined && column !== undefined
                ? { line: (migrationSection(file, direction)?.line ?? 1) + Number(line) - 1, column: Number(column) }
                : undefined,
        message: (complaint ?? stderr.trim())
            .replace(/^pq: /, "")
            .replace(/ at (?:position \d+:\d+|column \d+)(?= \(\w{5}\)$)/, ""),
    };
}
