import { loadModule, parseSync, scanSync, SqlError } from "libpg-query";
import type { Node } from "libpg-query";

/** Loads PostgreSQL's parser (about 40 ms, once a process). The other functions of this file work only after it. */
export const loadSqlParser: () => Promise<void> = loadModule;

/** The major version of PostgreSQL whose SQL the parser knows. */
export const parserMajor = 18;

/** One token of SQL as PostgreSQL's own scanner sees it; comments are tokens too. */
export interface SqlToken {
    /** `IDENT`, `SCONST`, `ICONST`, `FCONST`, `PARAM`, `TYPECAST`; other kinds are told apart by their text. */
    readonly kind: string;
    readonly isKeyword: boolean;
    readonly text: string;
    /** What stands between the token before it and this one. */
    readonly gap: string;
    /** From 1. */
    readonly line: number;
}

/** Cuts SQL into tokens. Text that does not scan, such as an open quote, throws. */
export function scanSql(sql: string): SqlToken[] {
    // The scanner takes what holds only blanks, but not nothing at all.
    if (sql === "") return [];
    // The scanner counts bytes, not characters.
    const bytes = Buffer.from(sql);
    let end = 0;
    let line = 1;
    return scanSync(sql).tokens.map((scanned) => {
        const gap = bytes.toString("utf8", end, scanned.start);
        const text = bytes.toString("utf8", scanned.start, scanned.end);
        line += newlines(gap);
        const token = { kind: scanned.tokenName, isKeyword: scanned.keywordKind !== 0, text, gap, line };
        line += newlines(text);
        end = scanned.end;
        return token;
    });
}

/** PostgreSQL's kinds of keywords: 1 unreserved, 2 names of columns too, 3 names of types and functions only, 4 reserved. */
const firstReserved = 3;

/** Whether a word is a keyword that no table or column can be called by without quotes. */
export function isReserved(word: string): boolean {
    return scanSync(word).tokens.some(({ keywordKind }) => keywordKind >= firstReserved);
}

/** One statement of a piece of SQL. */
export interface SqlStatement {
    /** The parse tree, tagged by its kind: `{ SelectStmt: … }`. */
    readonly tree: Node;
    /** The line it begins on, comments before it included; from 1. */
    readonly line: number;
}

/** Why a piece of SQL does not parse. */
export interface SyntaxProblem {
    readonly message: string;
    /** From 1. */
    readonly line: number;
}

/** Parses SQL into its statements, or says why it does not parse. */
export function parseSql(sql: string): readonly SqlStatement[] | SyntaxProblem {
    const text = sql.trimEnd();
    // The parser takes what holds only comments, but not nothing at all.
    if (text === "") return [];
    const bytes = Buffer.from(text);
    try {
        return (parseSync(text).stmts ?? []).flatMap(({ stmt, stmt_location: start = 0 }) => {
            const leading = /^\s*/.exec(bytes.toString("utf8", start))?.[0] ?? "";
            return stmt ? [{ tree: stmt, line: 1 + newlines(bytes.toString("utf8", 0, start) + leading) }] : [];
        });
    } catch (thrown) {
        if (!(thrown instanceof SqlError)) throw thrown;
        // The parser counts characters where JavaScript counts UTF-16 units.
        const before = Array.from(text)
            .slice(0, thrown.sqlDetails?.cursorPosition ?? 0)
            .join("");
        return { message: thrown.message, line: 1 + newlines(before) };
    }
}

/** Whether a text has the form of a type name, `timestamptz`, `numeric(10, 2)`, `text[]`. Whether the type exists is not asked. */
export function isTypeName(text: string): boolean {
    // Only digits may stand in its parentheses, so nothing can close those of the cast it is tried in.
    const form = /^[\w\s."]+(\(\s*\d+(\s*,\s*\d+)?\s*\)[\w\s]*)?(\[\s*\d*\s*\])*$/;
    return form.test(text) && Array.isArray(parseSql(`select cast(null as ${text})`));
}

/** How many line breaks a text has. */
export function newlines(text: string): number {
    // Asked of each token, and hardly any has one.
    return text.includes("\n") ? text.split("\n").length - 1 : 0;
}
