import { parseSql } from "../../core/sql-text.ts";

/** A term of a condition that an index on a column could answer. */
export interface ColumnTerm {
    readonly alias: string;
    readonly column: string;
    /** `constant` names rows by itself, `(retired)` or `(closed_at IS NULL)`: what a partial index is made over. */
    readonly use: "equality" | "range" | "containment" | "constant";
    /** Of a constant, the condition without the alias. */
    readonly predicate?: string;
}

type Tree = Readonly<Record<string, unknown>>;

const uses: ReadonlyMap<string, ColumnTerm["use"]> = new Map([
    ["=", "equality"],
    ["<", "range"],
    ["<=", "range"],
    [">", "range"],
    [">=", "range"],
    ["@>", "containment"],
    ["@@", "containment"],
    ["&&", "containment"],
]);

/** The terms of a condition of a plan whose columns have their aliases; none where it does not parse. */
export function columnTerms(condition: string): ColumnTerm[] {
    const parsed = parseSql(`select where ${condition}`);
    if ("message" in parsed) return [];
    const select = part(parsed[0]?.tree, "SelectStmt");
    return termsOf(select?.["whereClause"]);
}

/** The column that an expression is, casts aside. */
export function columnOf(expression: string): { readonly alias: string; readonly column: string } | undefined {
    const parsed = parseSql(`select ${expression}`);
    if ("message" in parsed) return undefined;
    const [target] = list(part(parsed[0]?.tree, "SelectStmt")?.["targetList"]);
    return reference(part(target, "ResTarget")?.["val"]);
}

function termsOf(node: unknown): ColumnTerm[] {
    const bool = part(node, "BoolExpr");
    const args = list(bool?.["args"]);
    if (bool?.["boolop"] === "AND_EXPR") return args.flatMap(termsOf);
    if (bool?.["boolop"] === "NOT_EXPR") return constant(args[0], (column) => `not ${column}`);
    const test = part(node, "NullTest");
    if (test) {
        const is = test["nulltesttype"] === "IS_NULL" ? "is null" : "is not null";
        return constant(test["arg"], (column) => `${column} ${is}`);
    }
    const comparison = part(node, "A_Expr");
    if (!comparison) return constant(node, (column) => column);
    if (!["AEXPR_OP", "AEXPR_OP_ANY"].includes(String(comparison["kind"]))) return [];
    const use = uses.get(String(part(list(comparison["name"])[0], "String")?.["sval"]));
    if (use === undefined) return [];
    return [comparison["lexpr"], comparison["rexpr"]].flatMap((side) => {
        const column = reference(side);
        return column ? [{ ...column, use }] : [];
    });
}

function constant(node: unknown, predicate: (column: string) => string): ColumnTerm[] {
    const found = reference(node);
    return found ? [{ ...found, use: "constant", predicate: predicate(found.column) }] : [];
}

function reference(node: unknown): { readonly alias: string; readonly column: string } | undefined {
    const cast = part(node, "TypeCast");
    if (cast) return reference(cast["arg"]);
    const names = list(part(node, "ColumnRef")?.["fields"]).map((field) => part(field, "String")?.["sval"]);
    const [alias, column] = names;
    return typeof alias === "string" && typeof column === "string" && names.length === 2
        ? { alias, column }
        : undefined;
}

function part(node: unknown, kind: string): Tree | undefined {
    if (typeof node !== "object" || node === null) return undefined;
    const found = (node as Tree)[kind];
    return typeof found === "object" && found !== null ? (found as Tree) : undefined;
}

function list(value: unknown): readonly unknown[] {
    return Array.isArray(value) ? value : [];
}
