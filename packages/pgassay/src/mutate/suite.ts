import { parse } from "libpg-query";
import { usageError } from "../core/errors.ts";
import { readText } from "../files/read-text.ts";
import type { TestFile } from "../pgtap/find-test-files.ts";
import { splitStatements, type Statement } from "../pgtap/statements.ts";
import { rowListOf, type RowList } from "./row-lists.ts";
import { findOwnTransaction, type ParsedStatement } from "./own-transaction.ts";

/** A test file, read and split once for all mutants. */
export interface SuiteFile extends TestFile {
    /** The text of the file, in which the names of a mutant are looked for. */
    readonly text: string;
    /** What it runs, without the `begin` it starts and the `rollback` it ends with. */
    readonly statements: readonly Statement[];
    /** Those of its statements that are about lists of rows. */
    readonly lists: ReadonlyMap<Statement, RowList>;
    /** Why it cannot run inside a transaction of ours, if it cannot: a clone is made for it instead. */
    readonly ownTransaction?: string;
}

/**
 * Reads test files and makes each ready to run inside a transaction that somebody else began.
 *
 * @throws a usage error when a file is no SQL
 */
export async function readSuite(files: readonly TestFile[]): Promise<SuiteFile[]> {
    return Promise.all(files.map(readSuiteFile));
}

async function readSuiteFile(file: TestFile): Promise<SuiteFile> {
    const text = await readText(file.path);
    const split = await splitStatements(text);
    if ("message" in split) {
        throw usageError({
            tried: `read the test file ${file.name}`,
            happened: `line ${split.line}: ${split.message}`,
            remedy: "correct it; `pgassay test` must pass before mutants say anything",
        });
    }
    const parsed = await Promise.all(split.map(parseStatement));
    const start = split[0]?.block === "begins" && !isOfAKind(parsed[0]) ? 1 : 0;
    // `commit` ends a block as well, and is no end that can be left out.
    const end = start === 1 && split.at(-1)?.block === "rolls back" ? -1 : undefined;
    const statements = split.slice(start, end);
    const ownTransaction = findOwnTransaction(parsed.slice(start, end));
    return {
        ...file,
        text,
        statements,
        lists: new Map(statements.flatMap((statement, i) => listed(statement, parsed[start + i]))),
        ...(ownTransaction !== undefined && { ownTransaction }),
    };
}

function listed(statement: Statement, parsed: ParsedStatement | undefined): [Statement, RowList][] {
    const list = parsed && rowListOf(statement, parsed);
    return list ? [[statement, list]] : [];
}

/** Whether it begins a transaction that is not like any other: at another isolation level, or read only. */
function isOfAKind(statement: ParsedStatement | undefined): boolean {
    return "options" in ((statement?.tree["TransactionStmt"] as object | undefined) ?? {});
}

async function parseStatement({ text, line }: Statement): Promise<ParsedStatement> {
    const { stmts = [] } = await parse(text);
    return { tree: (stmts[0]?.stmt ?? {}) as Record<string, unknown>, line };
}
