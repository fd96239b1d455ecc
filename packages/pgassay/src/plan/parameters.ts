import type { QueryParameter } from "../core/query.ts";
import { scanSql } from "../core/sql-text.ts";
import type { SqlToken } from "../core/sql-text.ts";

/** A place in a statement where a parameter is used. */
export interface ParameterUse {
    readonly name: string;
    /** From 1. */
    readonly line: number;
}

/**
 * Finds the `:name` parameters of a statement with PostgreSQL's scanner, so that strings, quoted names, comments,
 * `::` casts and `:=` are left alone. In a subscript a colon makes a slice, `a[lower:upper]`; a parameter stands there
 * in parentheses, `a[(:lower):upper]`, while `array[:first, :second]` needs none.
 */
export function findParameters(sql: string): ParameterUse[] {
    const tokens = scanSql(sql);
    return [...parameterColons(tokens)].map(([i, name]) => ({ name, line: tokens[i]?.line ?? 1 }));
}

/**
 * The statement with each `:name` replaced by `$n::type`, counting `parameters` from 1. The cast gives the server the
 * declared type; on a bare parameter it costs nothing and never shows in a plan. Line breaks stay where they are.
 */
export function numberParameters(sql: string, parameters: readonly QueryParameter[]): string {
    const tokens = scanSql(sql);
    const colons = parameterColons(tokens);
    const parts = tokens.map((token, i) => {
        if (colons.has(i - 1)) return "";
        const number = 1 + parameters.findIndex(({ name }) => name === colons.get(i));
        const type = parameters[number - 1]?.type;
        if (type === undefined) return token.gap + token.text + (colons.get(i) ?? "");
        const next = tokens[i + 2]?.text;
        const cast = `$${number}::${type}`;
        // `and:id` is legal, but `and$1` is a name.
        const gap = token.gap === "" && /\w$/.test(tokens[i - 1]?.text ?? "") ? " " : token.gap;
        return gap + (next === "[" || next === "." ? `(${cast})` : cast);
    });
    return parts.join("");
}

/** The colons that begin a parameter, by their place among the tokens, with the parameter's name. */
function parameterColons(tokens: readonly SqlToken[]): ReadonlyMap<number, string> {
    const colons = new Map<number, string>();
    const open: ("subscript" | "other")[] = [];
    for (const [i, { text }] of tokens.entries()) {
        if (text === "[") open.push(opensArray(tokens[i - 1]?.text, open.at(-1)) ? "other" : "subscript");
        else if (text === "(") open.push("other");
        else if (text === "]" || text === ")") open.pop();
        else if (text === ":" && open.at(-1) !== "subscript") {
            const next = tokens[i + 1];
            if (next?.gap === "" && /^[a-z_]\w*$/i.test(next.text)) colons.set(i, next.text);
        }
    }
    return colons;
}

/** Whether a `[` opens the elements of an array: after `array`, or nested in such a bracket. */
function opensArray(before: string | undefined, enclosing: "subscript" | "other" | undefined): boolean {
    return before?.toLowerCase() === "array" || (enclosing === "other" && (before === "[" || before === ","));
}
