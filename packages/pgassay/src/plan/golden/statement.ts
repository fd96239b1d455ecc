import { createHash } from "node:crypto";
import { parseSql } from "../../core/sql-text.ts";
import { isJsonObject, type JsonObject } from "../../core/json-object.ts";

/** What a golden keeps of a statement. */
export interface StatementFacts {
    /** The same for two statements that differ in layout, comments, case or in aliases that nobody outside sees. */
    readonly digest: string;
    /** Tables and views that it names, as written, each once. */
    readonly relations: readonly string[];
    /** Functions that it calls and operators that it applies, without their schemas, each once. */
    readonly functions: readonly string[];
}

/** What range variables are called inside one statement, by the alias or name that the text has for them. */
type Scope = ReadonlyMap<string, string>;

/**
 * The facts of a statement that parses.
 *
 * @param sql one statement, as PostgreSQL gets it
 */
export function statementFacts(sql: string): StatementFacts {
    const parsed = parseSql(sql);
    const trees = "message" in parsed ? [] : parsed.map(({ tree }) => tree as unknown);
    const relations = new Set<string>();
    const functions = new Set<string>();
    let ranges = 0;

    /** The items of a `from`, each under a name that only its place gives it. */
    const scopeWith = (outer: Scope, items: readonly unknown[]): Scope => {
        const scope = new Map(outer);
        for (const name of items.flatMap(rangeNames)) scope.set(name, `range ${++ranges}`);
        return scope;
    };

    const canonical = (value: unknown, outer: Scope): unknown => {
        if (Array.isArray(value)) return value.map((item) => canonical(item, outer));
        if (!isJsonObject(value)) return value;
        const scope = opensScope(value) ? scopeWith(outer, rangeItems(value)) : outer;
        return Object.fromEntries(
            Object.entries(value).flatMap(([key, part]) => {
                if (key === "location" || key.endsWith("_location")) return [];
                if (key === "ColumnRef" && isJsonObject(part)) return [[key, columnIn(part, scope)]];
                if (key === "RangeVar" && isJsonObject(part)) relations.add(qualified(part));
                if ((key === "FuncCall" || key === "funccall") && isJsonObject(part))
                    functions.add(lastName(part["funcname"]));
                if (key === "A_Expr" && isJsonObject(part)) functions.add(lastName(part["name"]));
                if (key === "lockedRels" && Array.isArray(part))
                    return [[key, part.map((one) => lockedIn(one, scope))]];
                if (key === "relation" && isJsonObject(part) && "relname" in part) {
                    relations.add(qualified(part));
                    return [[key, renamed(part, scope)]];
                }
                if (isRange(key) && isJsonObject(part)) {
                    return [[key, renamed(canonical(part, scope) as JsonObject, scope, rangeName(key, part))]];
                }
                return [[key, canonical(part, scope)]];
            }),
        );
    };

    const text = JSON.stringify(canonical(trees, new Map()));
    return {
        digest: createHash("sha256").update(text).digest("hex").slice(0, 12),
        relations: [...relations].toSorted(),
        functions: [...functions].toSorted(),
    };
}

/** Statements are the nodes whose names for what they read hold in all their parts. */
function opensScope(node: JsonObject): boolean {
    return ["fromClause", "usingClause", "relation", "sourceRelation"].some((key) => key in node);
}

function rangeItems(node: JsonObject): unknown[] {
    const listed = ["fromClause", "usingClause"].flatMap((key) => node[key] ?? []);
    const target =
        isJsonObject(node["relation"]) && "relname" in node["relation"] ? [{ RangeVar: node["relation"] }] : [];
    return [...target, ...listed, ...(node["sourceRelation"] ? [node["sourceRelation"]] : [])];
}

/** The names that an item of a `from` brings, joined items in their order. */
function rangeNames(item: unknown): string[] {
    if (!isJsonObject(item)) return [];
    return Object.entries(item).flatMap(([kind, node]) => {
        if (!isJsonObject(node)) return [];
        const own = isRange(kind) ? rangeName(kind, node) : undefined;
        const inner =
            kind === "JoinExpr"
                ? [...rangeNames(node["larg"]), ...rangeNames(node["rarg"])]
                : kind === "RangeTableSample"
                  ? rangeNames(node["relation"])
                  : [];
        return [...inner, ...(own === undefined ? [] : [own])];
    });
}

function isRange(kind: string): boolean {
    return ["RangeVar", "RangeSubselect", "RangeFunction", "RangeTableFunc", "JsonTable", "JoinExpr"].includes(kind);
}

function rangeName(kind: string, node: JsonObject): string | undefined {
    const alias = node["alias"];
    if (isJsonObject(alias)) return String(alias["aliasname"]);
    return kind === "RangeVar" ? String(node["relname"]) : undefined;
}

/** A range under the name that its place gives it; the names it gives to columns stay. */
function renamed(node: JsonObject, scope: Scope, name = rangeName("RangeVar", node)): JsonObject {
    const place = name === undefined ? undefined : scope.get(name);
    if (place === undefined) return node;
    const alias = isJsonObject(node["alias"]) ? node["alias"] : {};
    return { ...withoutLocation(node), alias: { ...alias, aliasname: place } };
}

function withoutLocation(node: JsonObject): JsonObject {
    const { location: _, ...rest } = node;
    return rest;
}

/** `t.id`; a lone `t` may be a column, or show as one, and stays. */
function columnIn(node: JsonObject, scope: Scope): JsonObject {
    const fields = node["fields"];
    if (!Array.isArray(fields) || fields.length < 2) return withoutLocation(node);
    const [first, ...rest] = fields as unknown[];
    const place = scope.get(lastName([first]));
    return { fields: [place ?? first, ...rest] };
}

function lockedIn(item: unknown, scope: Scope): unknown {
    if (!isJsonObject(item) || !isJsonObject(item["RangeVar"])) return item;
    const name = String(item["RangeVar"]["relname"]);
    return scope.get(name) ?? name;
}

function qualified(range: JsonObject): string {
    const { schemaname, relname } = range;
    return typeof schemaname === "string" ? `${schemaname}.${String(relname)}` : String(relname);
}

/** The last part of a name that the parser has cut at its dots. */
function lastName(names: unknown): string {
    const last: unknown = Array.isArray(names) ? names.at(-1) : undefined;
    const text = isJsonObject(last) ? last["String"] : undefined;
    return isJsonObject(text) ? String(text["sval"]) : "";
}
