import type pg from "pg";
import type { Killer } from "../core/mutation-run.ts";
import type { FileProblem } from "../core/test-result.ts";
import { runStatements, TapOutput } from "../pgtap/run-file.ts";
import type { Statement } from "../pgtap/statements.ts";
import { parseTap } from "../pgtap/tap.ts";
import { killerOf } from "./killer-of.ts";
import type { RowList } from "./row-lists.ts";
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
 * Begins what a test file does. What `set constraints` sets is restored by a rollback only if it was set at the very
 * level that is rolled back; a file may do it below, in a function that catches errors. Setting any constraint here
 * makes PostgreSQL remember all of them here. Sequences are no part of a transaction, and tests count from 1.
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
    observe?: () => Promise<void>,
): Promise<Killer | undefined> {
    const { problem, assertions, problems } = await runToFailure(client, file.statements, timeoutMs, observe);
    return killerOf({ file: file.name, assertions, problems: problem ? [problem] : problems });
}

/**
 * Runs an excerpt of a test file inside the client's transaction, up to its first failure, and takes back all it did.
 * That there are fewer tests than planned is none.
 */
export async function runExcerpt(
    client: pg.Client,
    file: SuiteFile,
    statements: readonly Statement[],
    timeoutMs: number,
): Promise<Killer | undefined> {
    const { problem, assertions } = await runToFailure(client, statements, timeoutMs);
    return killerOf({ file: file.name, assertions, problems: problem ? [problem] : [] });
}

async function runToFailure(
    client: pg.Client,
    statements: readonly Statement[],
    timeoutMs: number,
    observe: () => Promise<void> = async () => {},
): Promise<ReturnType<typeof parseTap> & { readonly problem: FileProblem | undefined }> {
    await client.query(`${beginFile}; set local statement_timeout = ${Math.ceil(timeoutMs)}`);
    const output = new TapOutput();
    const problem = await runStatements(client, statements, output, () => hasFailure(output.text));
    if (!problem) await observe();
    await client.query(endFile);
    return { problem, ...parseTap(output.text, output.lines) };
}

/**
 * The lists of a test file in which no row matters to another: everything behind its first statement, the plan, can run
 * where nothing may be written, and each list brings one test a row, which no aggregate does. With them come the other
 * statements that bring tests.
 */
export async function independentLists(
    client: pg.Client,
    file: SuiteFile,
): Promise<{ readonly lists: ReadonlyMap<Statement, RowList>; readonly assertions: ReadonlySet<Statement> }> {
    if (file.lists.size === 0) return { lists: new Map(), assertions: new Set() };
    await client.query(beginFile);
    const output = new TapOutput();
    const [plan, ...others] = file.statements;
    const problem =
        (await runStatements(client, plan ? [plan] : [], output)) ??
        (await runStatements(client, [{ text: "set local transaction_read_only = on", line: 0 }, ...others], output));
    await client.query(endFile);
    // An assertion that expects a statement to succeed catches its error.
    if (problem || hasFailure(output.text)) return { lists: new Map(), assertions: new Set() };
    const testsAt = (line: number): number => [...output.lines.values()].filter((each) => each === line).length;
    const lists = new Map([...file.lists].filter(([{ line }, { rows }]) => testsAt(line) === rows.length));
    const asserts = (statement: Statement): boolean => testsAt(statement.line) > 0 && !lists.has(statement);
    return { lists, assertions: new Set(file.statements.filter(asserts)) };
}

function hasFailure(tap: string): boolean {
    // Cheap first: nearly every statement of nearly every file passes. What is to do fails and counts as passed.
    return /^not ok\b/m.test(tap) && parseTap(tap).assertions.some(({ passed }) => !passed);
}
