import { tokensOf } from "./sql-syntax.ts";

const longestLine = 100;
/** The formatter breaks no line between an object's name and `is` or `on`, and names are as long as they are. */
const longestFormattedLine = 120;

/** A breach of the rules that hold for every SQL file, formatted or not. */
export interface Breach {
    /** From 1. */
    readonly line: number;
    readonly message: string;
}

/**
 * What can be asked of SQL without deciding its layout: lower case outside quotes and comments, spaces, short lines.
 *
 * @param isFormatted whether the formatter lays the file out
 * @throws where a quote or a comment stays open
 */
export async function breachesOf(sql: string, isFormatted = false): Promise<Breach[]> {
    const words = (await tokensOf(sql))
        .filter(({ kind, text }) => kind !== "comment" && /^[a-z_]\w*$/i.test(text) && /[A-Z]/.test(text))
        .map(({ text, start }) => ({
            line: sql.slice(0, start).split("\n").length,
            message: `${text} is not in lower case`,
        }));
    const lines = sql.split("\n").flatMap((text, i) => {
        const message = breachOfLine(text, isFormatted);
        return message === undefined ? [] : [{ line: i + 1, message }];
    });
    return [...words, ...lines].toSorted((a, b) => a.line - b.line);
}

function breachOfLine(text: string, isFormatted: boolean): string | undefined {
    const longest = isFormatted && !text.trimStart().startsWith("--") ? longestFormattedLine : longestLine;
    if (text.includes("\t")) return "there is a tab in the line";
    if (/\s$/.test(text)) return "there is white space at the end of the line";
    if (text.length > longest) return `the line has ${text.length} characters; ${longest} are allowed`;
    return undefined;
}
