import { hasSqlDetails, parse, type Node } from "libpg-query";

/** One statement of a file. */
export interface Statement {
    readonly text: string;
    /** Where its first word stands, counted from 1. */
    readonly line: number;
    /** Whether it opens a transaction block, takes one back, or ends it in another way. */
    readonly block?: "begins" | "rolls back" | "ends";
    /** Whether it is a `set`: outside a block it changes the session, and nothing in the database. */
    readonly sets?: true;
}

/** A place in a file where PostgreSQL's parser gave up. */
export interface SyntaxError {
    readonly line: number;
    readonly message: string;
}

/** Splits SQL into statements with PostgreSQL's own parser, so that quotes, bodies and comments are never guessed at. */
export async function splitStatements(sql: string): Promise<readonly Statement[] | SyntaxError> {
    const bytes = Buffer.from(sql);
    try {
        const { stmts = [] } = await parse(sql);
        return stmts.map(({ stmt, stmt_location: start = 0, stmt_len: length }) => {
            // The parser counts bytes, and leaves the length out for a last statement without a semicolon.
            const raw = bytes.subarray(start, length ? start + length : undefined).toString();
            const text = raw.slice(leadingSpace(raw));
            const before = bytes.subarray(0, start).toString() + raw.slice(0, raw.length - text.length);
            return { text, line: lineAt(before, before.length), ...kindOf(stmt) };
        });
    } catch (error) {
        if (!hasSqlDetails(error)) throw error;
        const at = error.sqlDetails?.cursorPosition ?? 0;
        return { line: lineAt(sql, at), message: syntaxMessage(sql, at, error.message) };
    }
}

function kindOf(statement: Node | undefined): Pick<Statement, "block" | "sets"> {
    if (statement && "VariableSetStmt" in statement) return { sets: true };
    if (!statement || !("TransactionStmt" in statement)) return {};
    const { kind, chain = false } = statement.TransactionStmt;
    if (kind === "TRANS_STMT_BEGIN" || kind === "TRANS_STMT_START") return { block: "begins" };
    if (kind === "TRANS_STMT_ROLLBACK" && !chain) return { block: "rolls back" };
    return kind === "TRANS_STMT_COMMIT" || kind === "TRANS_STMT_ROLLBACK" || kind === "TRANS_STMT_PREPARE"
        ? { block: "ends" }
        : {};
}

/** Whether all that statements do happens in transaction blocks that are taken back, but for settings of the session. */
export function takeAllBack(statements: readonly Statement[]): boolean {
    let inBlock = false;
    for (const { block, sets } of statements) {
        if (block === "ends" || (block === undefined && !inBlock && !sets)) return false;
        if (block) inBlock = block === "begins";
    }
    return !inBlock;
}

/** The line that an offset lies on, counted from 1. */
export function lineAt(text: string, offset: number): number {
    return text.slice(0, offset).split("\n").length;
}

/** The length of the white space and comments that a statement's text begins with. */
function leadingSpace(text: string): number {
    return /^(?:\s|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)*/.exec(text)?.[0].length ?? 0;
}

function syntaxMessage(sql: string, at: number, message: string): string {
    const isBackslash = sql.slice(at).trimStart().startsWith("\\");
    return isBackslash ? "psql's backslash commands work in psql only; write plain SQL" : message;
}
