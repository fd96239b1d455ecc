import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { environmentError, messageOf } from "../core/errors.ts";
import { withoutPassword } from "../server/client.ts";
import type { Database } from "../server/cluster.ts";
import { childConnection } from "./child-connection.ts";

/** Put first on PATH, this directory makes programs find our pg_dump: PostgreSQL's own, compiled to WebAssembly. */
export const pgDumpDirectory = fileURLToPath(new URL("../../bin/pg-dump", import.meta.url));

/** What dbmate asks pg_dump for. */
const schemaOptions = ["--format=plain", "--encoding=UTF8", "--schema-only", "--no-privileges", "--no-owner"];

const dumpTimeoutMs = 600_000;

/**
 * The schema of a database as SQL that rebuilds it, without owners and privileges, written by pg_dump. Equal schemas
 * give equal text, save for the versions of server and pg_dump in the comments at its head.
 *
 * @throws an environment error when the server refuses the connection or the reading
 */
export async function dumpSchema(database: Database): Promise<string> {
    const { url, env } = childConnection(database);
    const program = fileURLToPath(new URL("../../bin/pg-dump/main.js", import.meta.url));
    const options = { env: { ...process.env, ...env }, timeout: dumpTimeoutMs, maxBuffer: 1024 * 1024 * 1024 };
    try {
        const { stdout } = await promisify(execFile)(process.execPath, [program, ...schemaOptions, url], options);
        return stdout;
    } catch (cause) {
        const said = cause instanceof Error && "stderr" in cause ? String(cause.stderr).trim() : "";
        throw environmentError(
            {
                tried: `dump the schema of ${withoutPassword(database.url)}`,
                happened: said || messageOf(cause),
                remedy: "check that the server is reachable and that the user may read every table",
            },
            cause,
        );
    }
}
