import { isDeepStrictEqual } from "node:util";
import { parseSql, scanSql } from "../core/sql-text.ts";
import type { SqlToken } from "../core/sql-text.ts";
import { endOfTypeName } from "./expression.ts";
import { isJsonObject, type JsonObject } from "../core/json-object.ts";

/** An expression of a statement that needs nothing but parameters, which the planner may replace by its value. */
export interface ComputedExpression {
    /** As the statement has it, with parameters by number. */
    readonly sql: string;
    /** In one layout, with parameters by name: `websearch_to_tsquery('english', :words)`. */
    readonly shown: string;
}

/** What computes a value, by the names of the parser. */
const computing = new Set([
    "A_ArrayExpr",
    "A_Expr",
    "A_Indirection",
    "CaseExpr",
    "CoalesceExpr",
    "CollateClause",
    "FuncCall",
    "MinMaxExpr",
    "TypeCast",
]);

/** What needs rows. */
const reading = new Set(["A_Star", "ColumnRef", "SubLink", "SelectStmt", "over"]);

/**
 * All expressions of a statement that are computed from parameters and constants alone, those within others too.
 *
 * @param statement as PostgreSQL gets it, each parameter with its type: `$1::date`
 * @param names of the parameters, from `$1` on
 */
export function computedExpressions(statement: string, names: readonly string[]): ComputedExpression[] {
    const parsed = parseSql(statement);
    if ("message" in parsed) return [];
    const found: JsonObject[] = [];
    const walk = (value: unknown): void => {
        if (Array.isArray(value)) value.forEach(walk);
        if (!isJsonObject(value)) return;
        for (const [kind, part] of Object.entries(value)) {
            if (computing.has(kind) && isComputed(part) && !isParameter(kind, part)) found.push({ [kind]: part });
            walk(part);
        }
    };
    parsed.forEach(({ tree }) => walk(tree));
    if (found.length === 0) return [];
    const tokens = placedTokens(statement);
    return found.flatMap((tree) => {
        const source = sourceOf(tree, tokens);
        if (source === undefined) return [];
        const shown = shownText(source, names);
        // It will stand in another expression, whose operators may bind more closely.
        return [{ sql: source.map(textOf).join(""), shown: "A_Expr" in tree ? `(${shown})` : shown }];
    });
}

/** Whether something needs a parameter and no row. */
function isComputed(part: unknown): boolean {
    const kinds = kindsIn(part);
    return kinds.includes("ParamRef") && !kinds.some((kind) => reading.has(kind));
}

function kindsIn(value: unknown): string[] {
    if (Array.isArray(value)) return value.flatMap(kindsIn);
    if (!isJsonObject(value)) return [];
    return Object.entries(value).flatMap(([kind, part]) => [kind, ...kindsIn(part)]);
}

/** A parameter with the type that its header gives it. */
function isParameter(kind: string, part: unknown): boolean {
    return kind === "TypeCast" && isJsonObject(part) && isJsonObject(part["arg"]) && "ParamRef" in part["arg"];
}

interface PlacedToken extends SqlToken {
    /** In bytes, as the parser counts. */
    readonly start: number;
}

function placedTokens(statement: string): PlacedToken[] {
    let end = 0;
    return scanSql(statement).map((token) => {
        const start = end + Buffer.byteLength(token.gap);
        end = start + Buffer.byteLength(token.text);
        return { ...token, start };
    });
}

/** More tokens than follow the last place that the parser tells of an expression. */
const mostTokensBehind = 24;

/**
 * The tokens of an expression. The parser tells where its parts begin, and neither where they end nor where parentheses
 * were: the tokens are those that parse to the same tree.
 */
function sourceOf(tree: JsonObject, tokens: readonly PlacedToken[]): readonly PlacedToken[] | undefined {
    const places = placesIn(tree);
    const first = tokens.findIndex(({ start }) => start === Math.min(...places));
    const last = tokens.findIndex(({ start }) => start === Math.max(...places));
    if (first === -1 || last === -1) return undefined;
    const bare = withoutPlaces(tree);
    for (let end = last; end < Math.min(tokens.length, last + mostTokensBehind); end++) {
        const { opened, closed } = parenthesesOf(tokens.slice(first, end + 1));
        const begin = first - closed;
        if (opened > 0 || !tokens.slice(Math.max(0, begin), first).every(({ text }) => text === "(")) continue;
        const source = tokens.slice(Math.max(0, begin), end + 1);
        if (isDeepStrictEqual(withoutPlaces(parsedExpression(source.map(textOf).join(""))), bare)) return source;
    }
    return undefined;
}

/** How many parentheses tokens open without closing them, and close without having opened them. */
function parenthesesOf(tokens: readonly SqlToken[]): { readonly opened: number; readonly closed: number } {
    let [opened, closed] = [0, 0];
    for (const { text } of tokens) {
        if (text === "(") opened++;
        if (text !== ")") continue;
        if (opened > 0) opened--;
        else closed++;
    }
    return { opened, closed };
}

function parsedExpression(sql: string): unknown {
    const parsed = parseSql(`select ${sql}`);
    const select: unknown = "message" in parsed ? undefined : parsed[0]?.tree;
    const body = isJsonObject(select) && isJsonObject(select["SelectStmt"]) ? select["SelectStmt"] : {};
    const targets = body["targetList"];
    const [target] = Array.isArray(targets) ? (targets as unknown[]) : [];
    return isJsonObject(target) && isJsonObject(target["ResTarget"]) ? target["ResTarget"]["val"] : undefined;
}

function isPlace(key: string): boolean {
    return key === "location" || key.endsWith("_location") || key === "list_start" || key === "list_end";
}

function placesIn(value: unknown): number[] {
    if (Array.isArray(value)) return value.flatMap(placesIn);
    if (!isJsonObject(value)) return [];
    return Object.entries(value).flatMap(([key, part]) =>
        isPlace(key) ? (typeof part === "number" && part >= 0 ? [part] : []) : placesIn(part),
    );
}

function withoutPlaces(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(withoutPlaces);
    if (!isJsonObject(value)) return value;
    return Object.fromEntries(
        Object.entries(value).flatMap(([key, part]) => (isPlace(key) ? [] : [[key, withoutPlaces(part)]])),
    );
}

function textOf({ gap, text }: SqlToken): string {
    return gap + text;
}

/** The tokens with parameters by name, and with spaces where they are usual. */
function shownText(source: readonly SqlToken[], names: readonly string[]): string {
    const tokens = source.filter(({ kind }) => !kind.endsWith("COMMENT"));
    let shown = "";
    let before = "";
    for (let i = 0; i < tokens.length; i++) {
        const { kind, text, isKeyword } = tokens[i] ?? { kind: "", text: "", isKeyword: false };
        const name = kind === "PARAM" ? names[Number(text.slice(1)) - 1] : undefined;
        const token = name === undefined ? (isKeyword ? text.toLowerCase() : text) : `:${name}`;
        shown += isApart(before, token) ? ` ${token}` : token;
        before = token;
        if (name !== undefined) i = endOfTypeName(tokens, i + 2) - 1;
    }
    return shown;
}

/** Keywords that are no names of functions. */
const apart = /^(and|at|between|case|else|in|is|not|or|then|when|zone)$/;

function isApart(before: string, after: string): boolean {
    if (before === "" || /^(\(|\[|::|\.)$/.test(before) || /^(\)|\[|\]|::|\.|,)$/.test(after)) return false;
    return after !== "(" || !/^[\w"]/.test(before) || apart.test(before);
}
