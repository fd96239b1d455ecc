import { execFile } from "node:child_process";
import { devNull } from "node:os";
import { delimiter, dirname, resolve } from "node:path";
import { resolveBinary } from "dbmate";
import { environmentError, messageOf } from "../core/errors.ts";
import type { Database } from "../server/cluster.ts";
import { childConnection } from "./child-connection.ts";
import { pgDumpDirectory } from "./pg-dump.ts";
import type { MigrationProject } from "./project.ts";

/** What a run of dbmate said. Its exit code is 0, or 2 for any failure. */
export interface DbmateRun {
    readonly exitCode: number;
    /** Progress: `Applying: …`, `Applied: …`. The latter is printed on failure, too. */
    readonly stdout: string;
    readonly stderr: string;
}

/** An index on a large table takes hours; nobody waits for a day. */
const runTimeoutMs = 24 * 3_600_000;

/**
 * Runs the dbmate that npm installed: `migrate`, `rollback`, `dump`, `load`. It is told everything by arguments, so
 * that neither DBMATE_* variables nor an `.env` file change what it does, and finds our pg_dump before any other.
 *
 * @throws an environment error when there is no dbmate for this platform or it cannot be started
 */
export async function runDbmate(
    database: Database,
    project: MigrationProject,
    command: readonly [string, ...string[]],
): Promise<DbmateRun> {
    const connection = childConnection(database);
    const globals = {
        "--env": "DATABASE_URL",
        "--env-file": devNull,
        // Run from there instead of naming it: dbmate splits the option at commas.
        "--migrations-dir": ".",
        "--migrations-table": project.migrationsTable,
        "--schema-file": resolve(project.schemaFile),
    };
    const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith("DBMATE_"));
    const path = [pgDumpDirectory, dirname(process.execPath), process.env["PATH"] ?? ""].join(delimiter);
    const options = {
        cwd: project.migrationsDir,
        env: { ...Object.fromEntries(inherited), ...connection.env, DATABASE_URL: connection.url, PATH: path },
        timeout: runTimeoutMs,
        maxBuffer: 64 * 1024 * 1024,
    };
    return new Promise((settle, reject) => {
        // A schema dumped in passing is not checked for failure, so it is only ever dumped by `dump`.
        const args = [...Object.entries(globals).flat(), "--no-dump-schema", ...command];
        execFile(findDbmate(), args, options, (error, stdout, stderr) => {
            if (error === null) settle({ exitCode: 0, stdout, stderr });
            else if (typeof error.code === "number") settle({ exitCode: error.code, stdout, stderr });
            else reject(didNotRun(command[0], error));
        });
    });
}

function findDbmate(): string {
    try {
        return resolveBinary();
    } catch (cause) {
        throw environmentError(
            {
                tried: "find dbmate",
                happened: `npm has installed no dbmate for ${process.platform}-${process.arch}: ${messageOf(cause)}`,
                remedy: "install without --omit=optional, on a platform that the npm package dbmate has a binary for",
            },
            cause,
        );
    }
}

function didNotRun(command: string, cause: Error): Error {
    return environmentError(
        {
            tried: `run dbmate ${command}`,
            happened: messageOf(cause),
            remedy: "check that the binary in node_modules/@dbmate may be executed and that nobody ended it",
        },
        cause,
    );
}
