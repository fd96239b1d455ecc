import { basename } from "node:path";
import pg from "pg";
import { messageOf, PgassayError, usageError } from "../core/errors.ts";
import type { Progress } from "../core/progress.ts";
import { readText } from "../files/read-text.ts";
import { withClient } from "../server/client.ts";
import type { Database } from "../server/cluster.ts";

export interface SeedFilesResult {
    readonly files: readonly {
        /** Name of the file without its directory. */
        readonly file: string;
        /** Rows that its statements inserted, updated or deleted. */
        readonly rows: number;
    }[];
}

/** Commands whose row count says how many rows they changed. */
const writes = new Set(["INSERT", "UPDATE", "DELETE", "MERGE"]);

/**
 * Runs SQL files one after the other in one transaction, which they must not end themselves.
 *
 * @throws a usage error that names file and line when a statement fails; the database is then as it was
 */
export async function runSeedFiles(
    database: Database,
    paths: readonly string[],
    progress: Progress,
): Promise<SeedFilesResult> {
    const texts = await Promise.all(paths.map(textOf));
    return withClient(database, async (client) => {
        const files: { file: string; rows: number }[] = [];
        await client.query("begin");
        for (const [index, path] of paths.entries()) {
            const file = basename(path);
            progress.step(`run ${file}`);
            files.push({ file, rows: await rowsWrittenBy(client, path, texts[index] ?? "") });
        }
        await client.query("commit");
        return { files };
    });
}

async function textOf(path: string): Promise<string> {
    try {
        return await readText(path);
    } catch (cause) {
        if (cause instanceof PgassayError) throw cause;
        throw usageError(
            {
                tried: "read the seed files",
                happened: messageOf(cause),
                remedy: "correct `seeds` in the configuration; docs/config.md says what it is",
            },
            cause,
        );
    }
}

async function rowsWrittenBy(client: pg.Client, path: string, text: string): Promise<number> {
    try {
        // Of several statements the driver returns several results, and of one statement one.
        const results = [await client.query(text)].flat() as pg.QueryResult[];
        return results.reduce((sum, { command, rowCount }) => sum + (writes.has(command) ? (rowCount ?? 0) : 0), 0);
    } catch (error) {
        if (!(error instanceof pg.DatabaseError)) throw error;
        const line = text.slice(0, Number(error.position ?? 1)).split("\n").length;
        const about = [error.message, error.detail, error.hint].filter((part) => part !== undefined).join("; ");
        throw usageError(
            {
                tried: `run ${path}:${line}`,
                happened: `the server refused it (${error.code}): ${about}. Nothing of the seeds is in the database`,
                remedy: "correct the file, or choose another database",
            },
            error,
        );
    }
}
