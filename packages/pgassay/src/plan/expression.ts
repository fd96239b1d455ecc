import { quoteName } from "../core/quote.ts";
import { remembered } from "../core/remembered.ts";
import { isReserved, scanSql } from "../core/sql-text.ts";
import type { SqlToken } from "../core/sql-text.ts";

/** What the names and constants in the expressions of a plan stand for. */
export interface ExpressionContext {
    /** What each alias is to be called; empty where columns need no prefix. */
    readonly names: ReadonlyMap<string, string>;
    /** What a constant is the value of, `:user_id` or `(:day + 1)`, by PostgreSQL's text of the constant. */
    readonly parameters: ReadonlyMap<string, string>;
    /** The parameters that are shown by number, from `$1` on. */
    readonly numbered: readonly string[];
}

/**
 * An expression of a plan in one stable and readable form: parameters by name instead of their values, string constants
 * without their casts, what is read by its own name instead of its alias, keywords in lower case, and no parentheses
 * around the terms of `and` and `or` that need none.
 */
export function canonicalExpression(text: string, context: ExpressionContext): string {
    const scanned = scanSql(text);
    let tokens = withoutConstantCasts(scanned.map((token, i) => withoutOids(token, scanned[i + 2], context)));
    tokens = tokens.map((token, i) => namedParameter(token, tokens[i - 1], context));
    tokens = withNamesForAliases(tokens, context.names);
    tokens = withoutNeedlessParentheses(tokens);
    return tokens
        .map(({ gap, text: shown, isKeyword }) => gap + (isKeyword ? shown.toLowerCase() : shown))
        .join("")
        .trim();
}

/** The objects of users have numbers from here on. */
const firstOid = 16_384;

/**
 * `'orders'::regclass` is the number of a table once it is planned, and another one in every database; the numbers of
 * what the server brings stay, and so do parameters.
 *
 * @param type the second token behind the constant: its type, if it has a cast
 */
function withoutOids(token: SqlToken, type: SqlToken | undefined, { parameters }: ExpressionContext): SqlToken {
    if (token.kind !== "SCONST" || type?.text !== "oid" || parameters.has(unquoteConstant(token.text))) return token;
    return { ...token, text: token.text.replace(/\d+/g, (oid) => (Number(oid) < firstOid ? oid : "oid")) };
}

/** PostgreSQL's text of a constant that is all there is to an expression; undefined where there is more to it. */
export function soleConstant(expression: string): string | undefined {
    const [token, ...others] = withoutConstantCasts(scanSql(expression));
    if (token === undefined || others.length > 0) return undefined;
    if (token.kind === "SCONST") return unquoteConstant(token.text);
    return token.kind === "ICONST" || token.kind === "FCONST" ? token.text : undefined;
}

/** The text of a string constant without its quotes. */
export function unquoteConstant(constant: string): string {
    return constant.slice(1, -1).replaceAll("''", "'");
}

/** Drops `::timestamp(3) with time zone` and the like behind a string constant: the column beside it tells the type. */
function withoutConstantCasts(tokens: readonly SqlToken[]): SqlToken[] {
    const kept: SqlToken[] = [];
    for (let i = 0; i < tokens.length; i++) {
        const token = tokens[i];
        if (!token) break;
        kept.push(token);
        if (token.kind === "SCONST" && tokens[i + 1]?.kind === "TYPECAST") i = endOfTypeName(tokens, i + 2) - 1;
    }
    return kept;
}

/** The index behind the type name that begins at `start`. */
export function endOfTypeName(tokens: readonly SqlToken[], start: number): number {
    let end = start + 1;
    while (tokens[end]?.text === ".") end += 2;
    while (/^(varying|precision)$/i.test(tokens[end]?.text ?? "")) end++;
    if (tokens[end]?.text === "(" && tokens[end]?.gap === "") {
        while (tokens[end] && tokens[end]?.text !== ")") end++;
        end++;
    }
    while (/^(with|without|time|zone)$/i.test(tokens[end]?.text ?? "")) end++;
    while (tokens[end]?.text === "[" && tokens[end + 1]?.text === "]") end += 2;
    return end;
}

function namedParameter(
    token: SqlToken,
    before: SqlToken | undefined,
    { parameters, numbered }: ExpressionContext,
): SqlToken {
    if (token.kind === "PARAM") {
        const parameter = numbered[Number(token.text.slice(1)) - 1];
        return parameter === undefined ? token : { ...token, text: `:${parameter}` };
    }
    // `InitPlan 1` and `SubPlan 1` count plans; they are no constants.
    if (before?.text.endsWith("Plan")) return token;
    const isNumber = token.kind === "ICONST" || token.kind === "FCONST";
    if (token.kind !== "SCONST" && !isNumber) return token;
    const source = parameters.get(isNumber ? token.text : unquoteConstant(token.text));
    return source === undefined ? token : { ...token, text: source };
}

function withNamesForAliases(tokens: readonly SqlToken[], names: ReadonlyMap<string, string>): SqlToken[] {
    const dropped = new Set<number>();
    const renamed = tokens.map((token, i) => {
        const isPrefix = tokens[i + 1]?.text === "." && tokens[i - 1]?.text !== ".";
        if (!isPrefix || (token.kind !== "IDENT" && !token.isKeyword)) return token;
        const name = names.get(unquoteName(token.text));
        if (name === "") dropped.add(i).add(i + 1);
        return name === undefined ? token : { ...token, text: name, isKeyword: false };
    });
    return without(renamed, dropped);
}

/**
 * Drops the parentheses around a name, `(email)::text`, and around a term of `and` or `or` that is neither itself:
 * `((a = 1) and (b = 2))` becomes `(a = 1 and b = 2)`.
 */
function withoutNeedlessParentheses(tokens: readonly SqlToken[]): SqlToken[] {
    const dropped = new Set<number>();
    const open: { readonly at: number; hasTerms: boolean }[] = [];
    for (const [i, token] of tokens.entries()) {
        if (token.text === "(") open.push({ at: i, hasTerms: false });
        const innermost = open.at(-1);
        if (!innermost) continue;
        if (isConnective(token)) innermost.hasTerms = true;
        if (token.text !== ")") continue;
        open.pop();
        const before = tokens[innermost.at - 1];
        const after = tokens[i + 1];
        const isTerm = isConnective(before) || (before?.text === "(" && isConnective(after));
        const endsTerm = isConnective(after) || after?.text === ")";
        const isName = tokens
            .slice(innermost.at + 1, i)
            .every(({ text }, j) => (j % 2 === 0 ? isNameText(text) : text === "."));
        const isCall = before?.kind === "IDENT" || before?.isKeyword === true;
        if ((isTerm && endsTerm && !innermost.hasTerms) || (isName && !isCall && after?.kind === "TYPECAST")) {
            dropped.add(innermost.at).add(i);
        }
    }
    return without(tokens, dropped);
}

function isNameText(text: string): boolean {
    return /^("|[a-z_])/.test(text);
}

function isConnective(token: SqlToken | undefined): boolean {
    return token?.isKeyword === true && /^(and|or)$/i.test(token.text);
}

/** The tokens but for the dropped ones, whose gaps go to what follows them. */
function without(tokens: readonly SqlToken[], dropped: ReadonlySet<number>): SqlToken[] {
    let gap = "";
    return tokens.flatMap((token, i) => {
        gap += token.gap;
        if (dropped.has(i)) return [];
        const kept = { ...token, gap };
        gap = "";
        return [kept];
    });
}

/** A name of SQL without its quotes. */
export function unquoteName(name: string): string {
    return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name;
}

/** A name as SQL needs it: quoted only where it must be. */
export const plainName = remembered((name) => {
    const isPlain = /^[a-z_][a-z0-9_$]*$/.test(name) && !isReserved(name);
    return isPlain ? name : quoteName(name);
});
