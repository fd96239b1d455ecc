import { scanSql } from "../core/sql-text.ts";
import type { SqlToken } from "../core/sql-text.ts";

/** A PL/pgSQL body with one statement changed. */
export interface BodyChange {
    readonly body: string;
    /** Which statement, by its words: layout, comments and the names of local variables do not matter to it. */
    readonly variant: string;
    /** What follows the name of the function: `does not raise 'too late'`. */
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
    const words = tokens.flatMap((token, at) => (isComment(token) ? [] : [{ text: token.text.toLowerCase(), at }]));
    const locals = localNames(words.map(({ text }) => text));
    return words.flatMap(({ at, text }, i): BodyChange[] => {
        const isFirst = startsStatement.has(words[i - 1]?.text ?? "begin");
        if (kind === "raise") {
            if (!isFirst || text !== "raise" || isNotice(words[i + 1]?.text)) return [];
            const end = endOf(tokens, at + 1, ";");
            if (end === undefined) return [];
            const statement = tokens.slice(at, end);
            const said = statement.find((token) => token.kind === "SCONST")?.text ?? "an exception";
            return [
                {
                    body: spliced(tokens, at, end, "null"),
                    variant: inOneForm(statement.slice(1), locals),
                    description: `does not raise ${said}`,
                },
            ];
        }
        if (!(isFirst && text === "if") && text !== "elsif") return [];
        const end = endOf(tokens, at + 1, "then");
        if (end === undefined) return [];
        const condition = tokens.slice(at + 1, end);
        const values = text === "if" && guardsOnlyRaise(tokens, end) ? ["true"] : ["true", "false"];
        return values.map((value) => ({
            body: spliced(tokens, at + 1, end, ` ${value}`),
            variant: `${inOneForm(condition, locals)} is ${value}`,
            description: `takes ${joined(condition).trim().replaceAll(/\s+/g, " ")} for ${value}`,
        }));
    });
}

function isComment({ kind }: SqlToken): boolean {
    return kind === "SQL_COMMENT" || kind === "C_COMMENT";
}

/** The names that DECLARE sections and FOR loops of a body bring in. */
function localNames(words: readonly string[]): ReadonlySet<string> {
    const names = new Set<string>();
    let isDeclaring = false;
    for (const [i, word] of words.entries()) {
        if (word === "declare") isDeclaring = true;
        else if (word === "begin") isDeclaring = false;
        const name = words[i + 1];
        const isNamed = (isDeclaring && (word === "declare" || word === ";")) || word === "for";
        if (isNamed && name !== undefined && name !== "begin") names.add(name);
    }
    return names;
}

/** The text of some tokens, whatever space and comments stand between them and whatever local variables are called. */
function inOneForm(tokens: readonly SqlToken[], locals: ReadonlySet<string>): string {
    return tokens
        .filter((token) => !isComment(token))
        .map(({ text, kind }) => {
            if (kind === "SCONST") return text;
            return locals.has(text.toLowerCase()) ? "_" : text.toLowerCase();
        })
        .join(" ")
        .replaceAll(/ ([.,)\]])/g, "$1")
        .replaceAll(/([.([]) /g, "$1");
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
    const rest = tokens.slice(then + 1).filter((token) => !isComment(token));
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
