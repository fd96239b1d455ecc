import { prettierSql } from "./prettier-style.ts";
import type { Statement } from "./sql-syntax.ts";

const off = "/* sql-parser-cst-disable */";
const on = "/* sql-parser-cst-enable */";

/** A formatted text, and the statements in it that stay as they were written. */
export interface Fenced {
    readonly text: string;
    /** Lines of the input on which they begin, from 1. */
    readonly keptLines: readonly number[];
}

/**
 * Formats what the plugin's parser knows, and fences off the statements that it does not know (such as COPY or CREATE
 * STATISTICS) with its own marks for the time being.
 */
export async function formatAround(sql: string, statements: readonly Statement[]): Promise<Fenced> {
    let fenced = "";
    let done = 0;
    const keptLines: number[] = [];
    for (const { start, end } of statements) {
        if (await isKnown(sql.slice(start, end))) continue;
        // What follows on the same line, such as the semicolon and a comment, stays inside.
        const lineEnd = sql.indexOf("\n", end) === -1 ? sql.length : sql.indexOf("\n", end);
        fenced += `${sql.slice(done, start)}${off}\n${sql.slice(start, lineEnd)}\n${on}`;
        done = lineEnd;
        keptLines.push(sql.slice(0, start).split("\n").length);
    }
    const formatted = await prettierSql(fenced + sql.slice(done));
    const text = formatted.split("\n").filter((line) => line.trim() !== off && line.trim() !== on);
    return { text: text.join("\n"), keptLines };
}

async function isKnown(statement: string): Promise<boolean> {
    return prettierSql(statement).then(
        () => true,
        () => false,
    );
}
