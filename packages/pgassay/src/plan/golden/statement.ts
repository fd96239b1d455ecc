import { createHash } from "node:crypto";
import { parseSql } from "../../core/sql-text.ts";

/** What a golden keeps of a statement. */
export interface StatementFacts {
    /** The same for two statements that differ in layout, comments, case or in aliases that nobody outside sees. */
    readonly digest: string;
    /** Tables and views that it names, as written, each once. */
    readonly relations: readonly string[];
    /** Functions that it calls, without their schemas, each once. */
    readonly functions: readonly string[];
}

type Tree = { readonly [key: string]: unknown };

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
        if (!isTree(value)) return value;
        const scope = opensScope(value) ? scopeWith(outer, rangeItems(value)) : outer;
        return Object.fromEntries(
            Object.entries(value).flatMap(([key, part]) => {
                if (key === "location" || key.endsWith("_location")) return [];
                if (key === "ColumnRef" && isTree(part)) return [[key, columnIn(part, scope)]];
                if (key === "RangeVar" && isTree(part)) relations.add(qualified(part));
                if ((key === "FuncCall" || key === "funccall") && isTree(part))
                    functions.add(lastName(part["funcname"]));
                if (key === "lockedRels" && Array.isArray(part))
                    return [[key, part.map((one) => lockedIn(one, scope))]];
                if (key === "relation" && isTree(part) && "relname" in part) {
                    relations.add(qualified(part));
                    return [[key, renamed(part, scope)]];
                }
                if (isRange(key) && isTree(part)) {
                    return [[key, renamed(canonical(part, scope) as Tree, scope, rangeName(key, part))]];
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

function isTree(value: unknown): value is Tree {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Statements are the nodes whose names for what they read hold in all their parts. */
function opensScope(node: Tree): boolean {
    return ["fromClause", "usingClause", "relation", "sourceRelation"].some((key) => key in node);
}

function rangeItems(node: Tree): unknown[] {
    const listed = ["fromClause", "usingClause"].flatMap((key) => node[key] ?? []);
    const target = isTree(node["relation"]) && "relname" in node["relation"] ? [{ RangeVar: node["relation"] }] : [];
    return [...target, ...listed, ...(node["sourceRelation"] ? [node["sourceRelation"]] : [])];
}

/** The names that an item of a `from` brings, joined items in their order. */
function rangeNames(item: unknown): string[] {
    if (!isTree(item)) return [];
    return Object.entries(item).flatMap(([kind, node]) => {
        if (!isTree(node)) return [];
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

function rangeName(kind: string, node: Tree): string | undefined {
    const alias = node["alias"];
    if (isTree(alias)) return String(alias["aliasname"]);
    return kind === "RangeVar" ? String(node["relname"]) : undefined;
}

/** A range under the name that its place gives it; the names it gives to columns stay. */
function renamed(node: Tree, scope: Scope, name = rangeName("RangeVar", node)): Tree {
    const place = name === undefined ? undefined : scope.get(name);
    if (place === undefined) return node;
    const alias = isTree(node["alias"]) ? node["alias"] : {};
    return { ...withoutLocation(node), alias: { ...alias, aliasname: place } };
}

function withoutLocation(node: Tree): Tree {
    const { location: _, ...rest } = node;
    return rest;
}

/** `t.id`; a lone `t` may be a column, or show as one, and stays. */
function columnIn(node: Tree, scope: Scope): Tree {
    const fields = node["fields"];
    if (!Array.isArray(fields) || fields.length < 2) return withoutLocation(node);
    const [first, ...rest] = fields as unknown[];
    const place = scope.get(lastName([first]));
    return { fields: [place ?? first, ...rest] };
}

function lockedIn(item: unknown, scope: Scope): unknown {
    if (!isTree(item) || !isTree(item["RangeVar"])) return item;
    const name = String(item["RangeVar"]["relname"]);
    return scope.get(name) ?? name;
}

function qualified(range: Tree): string {
    const { schemaname, relname } = range;
    return typeof schemaname === "string" ? `${schemaname}.${String(relname)}` : String(relname);
}

/** The last part of a name that the parser has cut at its dots. */
function lastName(names: unknown): string {
    const last: unknown = Array.isArray(names) ? names.at(-1) : undefined;
    const text = isTree(last) ? last["String"] : undefined;
    return isTree(text) ? String(text["sval"]) : "";
}
