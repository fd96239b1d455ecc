import { readFileSync } from "node:fs";
import type pg from "pg";
import { counted } from "../core/counted.ts";
import { usageError } from "../core/errors.ts";
import type { Killer } from "../core/mutation-run.ts";
import type { Progress } from "../core/progress.ts";
import { filePassed } from "../core/test-result.ts";
import { runFile } from "../pgtap/run-file.ts";
import type { Statement } from "../pgtap/statements.ts";
import type { Cluster, Template } from "../server/cluster.ts";
import { inShifts } from "./in-shifts.ts";
import type { RowList } from "./row-lists.ts";
import { independentLists, runSuiteFile } from "./run-suite-file.ts";
import type { SuiteFile } from "./suite.ts";

const touched = readFileSync(new URL("../../sql/mutate/touched.sql", import.meta.url), "utf8");

/** Longest time for a statement while nothing is known of it yet. */
const baselineTimeoutMs = 60_000;

/** Only a superuser may have functions counted; without, less is known of who notices what, and no verdict is another. */
const countFunctions = `
    select pg_catalog.set_config('track_functions', 'all', true)
    from pg_catalog.pg_roles
    where rolname = current_user and rolsuper`;

/**
 * Few, so that no file is slower for the dead rows of those before it, as mutants will find it in a clone as new; and so
 * that no session is left alone with slow files, which often lie in one folder.
 */
const filesPerClone = 3;

/** A test file on the schema as it is: what its behaviour with a mutant is held against. */
export interface BaselineFile {
    readonly file: SuiteFile;
    /** How long it took, from the savepoint to the rollback. */
    readonly durationMs: number;
    /** Tables and views it read or wrote, and functions it called, with their schemas. */
    readonly touched: ReadonlySet<string>;
    /** Its statements about lists of rows, any of which can be left out; none unless the file writes nothing. */
    readonly lists: ReadonlyMap<Statement, RowList>;
    /** The other statements of such a file that assert something: without them the lists say the same. */
    readonly assertions: ReadonlySet<Statement>;
    /** Why it runs in a clone of its own and not in a transaction, if so. */
    readonly inClone?: string;
}

/**
 * Runs every test file on the schema without a defect, twice in one session: a file that passes only once would kill
 * every mutant that comes after another.
 *
 * @throws a usage error when a file fails
 */
export async function runBaseline(
    cluster: Cluster,
    template: Template,
    suite: readonly SuiteFile[],
    progress: Progress,
): Promise<BaselineFile[]> {
    progress.step(`run ${counted(suite.length, "test file")} without a defect`);
    const within = await inShifts(
        { cluster, template, itemsPerClone: filesPerClone },
        suite.filter(({ ownTransaction }) => ownTransaction === undefined),
        (client, file) => runWithin(client, file),
        (done) => progress.advance(done, suite.length, "file"),
    );
    const passed = new Map(within.flatMap((result) => ("failed" in result ? [] : [[result.file, result] as const])));
    const failures = new Map(within.flatMap((result) => ("failed" in result ? [[result.file, result.failed]] : [])));
    const files: BaselineFile[] = [];
    for (const file of suite) {
        files.push(passed.get(file) ?? (await runAlone(cluster, template, file, failures.get(file))));
    }
    return files;
}

async function runWithin(
    client: pg.Client,
    file: SuiteFile,
): Promise<BaselineFile | { readonly file: SuiteFile; readonly failed: Killer }> {
    // Calls that were counted before this file must not be taken for its own.
    await client.query("select pg_catalog.pg_stat_force_next_flush()");
    await client.query(`begin; ${countFunctions}`);
    try {
        const names = new Set<string>();
        const first = await runSuiteFile(client, file, baselineTimeoutMs, async () => {
            const { rows } = await client.query<{ name: string }>(touched);
            for (const { name } of rows) names.add(name);
        });
        const startMs = performance.now();
        const failed = first ?? (await runSuiteFile(client, file, baselineTimeoutMs));
        const durationMs = performance.now() - startMs;
        return failed
            ? { file, failed }
            : { file, durationMs, touched: names, ...(await independentLists(client, file)) };
    } finally {
        await client.query("rollback");
    }
}

/** Runs a file as `pgassay test` does; it must pass there at least. */
async function runAlone(
    cluster: Cluster,
    template: Template,
    file: SuiteFile,
    failed: Killer | undefined,
): Promise<BaselineFile> {
    const startMs = performance.now();
    const result = await cluster.withClone(template, (clone) => runFile(clone, file.path));
    if (!filePassed({ file: file.name, ...result, durationMs: 0 })) {
        const why = result.problems[0]?.message ?? result.assertions.find(({ passed }) => !passed)?.description ?? "";
        throw usageError({
            tried: "plant defects and count which of them the tests notice",
            happened: `${file.name} fails on the schema as it is: ${why}`,
            remedy: "make `pgassay test` pass first",
        });
    }
    return {
        file,
        durationMs: performance.now() - startMs,
        touched: new Set(),
        lists: new Map(),
        assertions: new Set(),
        inClone: file.ownTransaction ?? `it does not pass twice in one session: ${failed?.what}`,
    };
}
