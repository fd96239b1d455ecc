import { scanSql } from "../core/sql-text.ts";
import type { SqlToken } from "../core/sql-text.ts";

/** A PL/pgSQL body with one statement changed. */
export interface BodyChange {
    readonly body: string;
    /** Which one, by its place among its kind: names of variables and layout do not matter to it. */
    readonly variant: string;
    /** What follows the name of the function: `does not raise "too late"`. */
    readonly description: string;
}

/** What stands before the first word of a statement, comments aside. */
const startsStatement = new Set([";", "then", "else", "begin", "loop", ">>"]);

/**
 * Changes conditions or exceptions of a PL/pgSQL body, found by its words: an IF at the beginning of a statement goes on
 * to its THEN, a RAISE to its semicolon. All other text stays as it is. A condition that only guards an exception is
 * not set false, as that is the same as to leave the exception out.
 */
export function bodyChanges(source: string, kind: "condition" | "raise"): BodyChange[] {
    const tokens = scanSql(source);
    // Comments are tokens too.
    const words = tokens.flatMap(({ text, kind: tokenKind }, at) =>
        tokenKind === "SQL_COMMENT" || tokenKind === "C_COMMENT" ? [] : [{ text: text.toLowerCase(), at }],
    );
    const starts = words.filter(
        ({ text }, i) =>
            (startsStatement.has(words[i - 1]?.text ?? "begin") &&
                (kind === "raise" ? text === "raise" && !isNotice(words[i + 1]?.text) : text === "if")) ||
            (kind === "condition" && text === "elsif"),
    );
    return starts.flatMap(({ at, text }, i): BodyChange[] => {
        const end = endOf(tokens, at + 1, kind === "raise" ? ";" : "then");
        if (end === undefined) return [];
        if (kind === "raise") {
            const said = tokens.slice(at, end).find((token) => token.kind === "SCONST")?.text ?? "an exception";
            return [
                {
                    body: spliced(tokens, at, end, "null"),
                    variant: String(i + 1),
                    description: `does not raise ${said}`,
                },
            ];
        }
        const condition = joined(tokens.slice(at + 1, end))
            .trim()
            .replaceAll(/\s+/g, " ");
        const values = text === "if" && guardsOnlyRaise(tokens, end) ? ["true"] : ["true", "false"];
        return values.map((value) => ({
            body: spliced(tokens, at + 1, end, value),
            variant: `${i + 1} ${value}`,
            description: `takes ${condition} for ${value}`,
        }));
    });
}

function isNotice(word: string | undefined): boolean {
    return /^(debug|log|info|notice|warning)$/.test(word ?? "");
}

/** Where a part of a statement ends, as PL/pgSQL has it: at the first such word outside of brackets, CASE or not. */
function endOf(tokens: readonly SqlToken[], from: number, word: string): number | undefined {
    let depth = 0;
    for (let i = from; i < tokens.length; i++) {
        const text = tokens[i]?.text.toLowerCase() ?? "";
        if (text === "(" || text === "[") depth++;
        else if (text === ")" || text === "]") depth--;
        else if (text === word && depth === 0) return i;
    }
    return undefined;
}

/** Whether the THEN at this place is followed by one RAISE and END IF alone. */
function guardsOnlyRaise(tokens: readonly SqlToken[], then: number): boolean {
    const rest = tokens.slice(then + 1).filter(({ kind }) => kind !== "SQL_COMMENT" && kind !== "C_COMMENT");
    if (rest[0]?.text.toLowerCase() !== "raise" || isNotice(rest[1]?.text.toLowerCase())) return false;
    const end = endOf(rest, 1, ";") ?? rest.length;
    return rest[end + 1]?.text.toLowerCase() === "end" && rest[end + 2]?.text.toLowerCase() === "if";
}

function spliced(tokens: readonly SqlToken[], from: number, to: number, text: string): string {
    return joined(tokens.slice(0, from)) + (tokens[from]?.gap ?? "") + text + joined(tokens.slice(to));
}

function joined(tokens: readonly SqlToken[]): string {
    return tokens.map(({ gap, text }) => gap + text).join("");
}
