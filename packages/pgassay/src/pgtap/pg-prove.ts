import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { environmentError, messageOf } from "../core/errors.ts";
import type { Cluster, Template } from "../server/cluster.ts";
import { testSearchPath } from "./run-file.ts";
import type { FileProblem, FileResult } from "../core/test-result.ts";
import type { TestFile } from "./find-test-files.ts";
import { parseTap } from "./tap.ts";

const timeoutMs = 15 * 60_000;
const outputLimitBytes = 64 * 1024 ** 2;
/** Exit codes by which docker says that there was no container, or no program in it that could be started. */
const neverStarted: ReadonlySet<number> = new Set([125, 126, 127]);

/** A way to start pg_prove. */
export interface ProveCommand {
    readonly program: string;
    /** What to do when it cannot be started. */
    readonly remedy: string;
    /** Whether it sees the unix sockets of this machine; otherwise it is given the server's address over TCP. */
    readonly reachesSockets: boolean;
    /** @param variables the names of the environment variables that say where the database is */
    args(files: readonly TestFile[], variables: readonly string[]): readonly string[];
}

/** pg_prove from PATH, with the fastest psql there is. */
export async function localCommand(): Promise<ProveCommand> {
    const psql = await fastPsql();
    return {
        program: "pg_prove",
        remedy:
            "install it (Debian: libtap-parser-sourcehandler-pgtap-perl and postgresql-client), " +
            "or use the built-in runner, --runner tap",
        reachesSockets: true,
        args: (files) => ["--verbose", ...(psql ? ["--psql-bin", psql] : []), ...files.map(({ path }) => path)],
    };
}

/**
 * Runs pgTAP files with the real pg_prove, one after the other in one clone: the same files, the same totals.
 *
 * @throws an environment error when the command cannot be started
 */
export async function runPgProve(
    cluster: Cluster,
    template: Template,
    files: readonly TestFile[],
    command: ProveCommand,
): Promise<FileResult[]> {
    return cluster.withClone(template, async (clone) => {
        const startMs = performance.now();
        const url = command.reachesSockets ? clone.url : cluster.tcpUrl(clone);
        const { stdout, stderr } = await pgProve(command, files, libpqEnvironment(url));
        const durationMs = (performance.now() - startMs) / files.length;
        const tap = tapByFile(stdout, new Set(files.map(({ path }) => path)));
        // pg_prove swallows the line of TAP that ends the run, and names the reason on stderr.
        const bailOut = /^FAILED--Further testing stopped: (.*)$/m.exec(stderr)?.[1];
        const last = [...tap.keys()].at(-1);
        if (bailOut !== undefined && last !== undefined) tap.set(last, `${tap.get(last)}Bail out! ${bailOut}\n`);
        return files.map(({ name, path }) => {
            const output = tap.get(path);
            if (output === undefined) {
                const problems = [{ message: `pg_prove did not run it; it says: ${stderr.trim()}` }];
                return { file: name, assertions: [], problems, durationMs };
            }
            const { assertions, problems } = parseTap(output);
            const sqlErrors = psqlErrors(stderr, path);
            return { file: name, assertions, problems: sqlErrors.length > 0 ? sqlErrors : problems, durationMs };
        });
    });
}

async function pgProve(
    command: ProveCommand,
    files: readonly TestFile[],
    variables: Readonly<Record<string, string>>,
): Promise<{ stdout: string; stderr: string }> {
    try {
        return await promisify(execFile)(command.program, command.args(files, Object.keys(variables)), {
            env: { ...process.env, ...variables },
            timeout: timeoutMs,
            maxBuffer: outputLimitBytes,
        });
    } catch (error) {
        const failed = error as { code?: string | number; stdout?: string; stderr?: string };
        // Any other exit code is pg_prove's own: tests failed, and the output says which.
        if (typeof failed.code === "number" && !neverStarted.has(failed.code))
            return { stdout: failed.stdout ?? "", stderr: failed.stderr ?? "" };
        const { remedy } = command;
        throw environmentError({ tried: "run the tests with pg_prove", happened: messageOf(error), remedy }, error);
    }
}

/** A database as libpq's environment variables: pg_prove loses part of a URL, and arguments show passwords. */
function libpqEnvironment(url: string): Record<string, string> {
    const { host, port, user, password, database } = new pg.Client({ connectionString: url });
    return {
        PGHOST: host,
        PGPORT: String(port),
        ...(user && { PGUSER: user }),
        ...(password && { PGPASSWORD: password }),
        ...(database && { PGDATABASE: database }),
        PGOPTIONS: `-c search_path=${testSearchPath.join(",")}`,
    };
}

/** Cuts verbose output into what each file printed: a line with the file's path and dots, its TAP, a verdict. */
function tapByFile(output: string, paths: ReadonlySet<string>): Map<string, string> {
    const tap = new Map<string, string>();
    let current = "";
    for (const line of output.split("\n")) {
        const [, path = "", skipped] = /^(.+?) \.{2,} ?(?:skipped: (.*))?$/.exec(line) ?? [];
        if (paths.has(path)) {
            current = path;
            tap.set(path, skipped === undefined ? "" : `1..0 # SKIP ${skipped}\n`);
        } else if (/^(?:Test Summary Report|All tests successful\.)$/.test(line)) {
            current = "";
        } else if (current !== "" && line !== "ok") {
            // A bare "ok" is the verdict on the file; a test's own line always has a number.
            tap.set(current, `${tap.get(current)}${line}\n`);
        }
    }
    return tap;
}

function psqlErrors(stderr: string, path: string): FileProblem[] {
    return stderr.split("\n").flatMap((text) => {
        const prefix = `psql:${path}:`;
        const [, line, message] = text.startsWith(prefix)
            ? (/^(\d+): (.*)$/.exec(text.slice(prefix.length)) ?? [])
            : [];
        return line && message?.startsWith("ERROR") ? [{ line: Number(line), message }] : [];
    });
}

/** Debian's `psql` is a Perl script that picks a version; the program itself starts in half the time. */
async function fastPsql(): Promise<string | undefined> {
    const root = "/usr/lib/postgresql";
    const versions = await readdir(root).catch(() => []);
    return versions
        .toSorted((a, b) => Number(b) - Number(a))
        .map((version) => join(root, version, "bin", "psql"))
        .find((program) => existsSync(program));
}
