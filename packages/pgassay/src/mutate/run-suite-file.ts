import type pg from "pg";
import type { Killer } from "../core/mutation-run.ts";
import { runStatements, TapOutput } from "../pgtap/run-file.ts";
import { parseTap } from "../pgtap/tap.ts";
import { killerOf } from "./killer-of.ts";
import type { SuiteFile } from "./suite.ts";

const savepoint = "pgassay_test_file";
const constraint = "pgassay_deferrable";

/**
 * Prepares a session for `runSuiteFile`. What pgTAP counts in is made here, once, by a plan that is forgotten again: a
 * file that plans finds it and makes none, which is a fourth of what a small file costs.
 */
export async function prepareSuiteSession(client: pg.ClientBase): Promise<void> {
    await client.query(
        `create temporary table pgassay_session (c integer constraint ${constraint} unique deferrable initially immediate);
        select tap.plan(1);
        delete from pg_temp.__tcache__`,
    );
}

/**
 * Begins what a test file does. The numbers of its tests begin at 1, and nobody remembers one of another file. What `set constraints` sets is restored by a rollback only if it was set at the very
 * level that is rolled back; a file may do it below, in a function that catches errors. Setting any constraint here
 * makes PostgreSQL remember all of them here.
 */
const beginFile = `
    savepoint ${savepoint};
    set constraints pg_temp.${constraint} immediate;
    discard sequences;
    select pg_catalog.setval('pg_temp.__tresults___numb_seq', 1, false)`;

/** Ends it. Prepared statements are no part of a transaction: the next run of the file would find its own. */
const endFile = `rollback to savepoint ${savepoint}; release savepoint ${savepoint}; deallocate all`;

/**
 * Runs a test file inside the client's transaction up to its first failure, and takes back all it did.
 *
 * @param timeoutMs longest time for one statement
 * @param observe called before that, while the file's locks and rows are still there
 * @returns what failed, or nothing when the file passes
 */
export async function runSuiteFile(
    client: pg.Client,
    file: SuiteFile,
    timeoutMs: number,
    observe: () => Promise<void> = async () => {},
): Promise<Killer | undefined> {
    await client.query(`${beginFile}; set local statement_timeout = ${Math.ceil(timeoutMs)}`);
    const output = new TapOutput();
    const problem = await runStatements(client, file.statements, output, () => hasFailure(output.text));
    if (!problem) await observe();
    await client.query(endFile);
    const { assertions, problems } = parseTap(output.text, output.lines);
    return killerOf({ file: file.name, assertions, problems: problem ? [problem] : problems });
}

function hasFailure(tap: string): boolean {
    // Cheap first: nearly every statement of nearly every file passes. What is to do fails and counts as passed.
    return /^not ok\b/m.test(tap) && parseTap(tap).assertions.some(({ passed }) => !passed);
}
