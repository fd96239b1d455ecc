import { parseSql } from "../core/sql-text.ts";

type Tree = Readonly<Record<string, unknown>>;

/** Operators of PostgreSQL's own types that say nothing of a null: a row with one is neither right nor wrong by them. */
const strictOperators = new Set(["=", "<>", "<", "<=", ">", ">=", "+", "-", "*", "/", "%", "||", "~", "!~", "~~"]);

/**
 * Whether a check lets the same rows pass when `x is null` is left out of `x is null or y > x`: what is left is null
 * then, and a check refuses only false. Proved for terms that AND and OR alone join; for policies it would be wrong.
 *
 * @param disjunct what is left out of the expression, once or wherever it stands: `(x IS NULL)`
 */
export function isNullAnyway(expression: string, disjunct: string): boolean {
    const root = parsed(expression);
    const columns = nullColumns(parsed(disjunct));
    if (root === undefined || columns === undefined) return false;
    const places = disjunctions(root).filter((terms) => terms.some((term) => isSame(nullColumns(term), columns)));
    return places.length > 0 && places.every((terms) => terms.some((term) => isNullWith(term, columns)));
}

function parsed(expression: string): unknown {
    const statements = parseSql(`select ${expression}`);
    if ("message" in statements) return undefined;
    const [target] = list(part(statements[0]?.tree, "SelectStmt")?.["targetList"]);
    return part(target, "ResTarget")?.["val"];
}

/** The terms of each OR that only AND and OR stand around. */
function disjunctions(node: unknown): (readonly unknown[])[] {
    const bool = part(node, "BoolExpr");
    const terms = list(bool?.["args"]);
    if (bool?.["boolop"] !== "AND_EXPR" && bool?.["boolop"] !== "OR_EXPR") return [];
    return [...(bool["boolop"] === "OR_EXPR" ? [terms] : []), ...terms.flatMap(disjunctions)];
}

/** The columns that a term, one or several tests for null, says are null; undefined when it says something else. */
function nullColumns(node: unknown): readonly string[] | undefined {
    const test = part(node, "NullTest");
    if (test) {
        const column = columnOf(test["arg"]);
        return test["nulltesttype"] === "IS_NULL" && column !== undefined ? [column] : undefined;
    }
    const bool = part(node, "BoolExpr");
    if (bool?.["boolop"] !== "AND_EXPR") return undefined;
    const columns = list(bool["args"]).map(nullColumns);
    return columns.some((each) => each === undefined) ? undefined : columns.flatMap((each) => each ?? []);
}

/** Whether a term is null as soon as one of some columns is. */
function isNullWith(node: unknown, columns: readonly string[]): boolean {
    const column = columnOf(node);
    if (column !== undefined) return columns.includes(column);
    const cast = part(node, "TypeCast");
    if (cast) return isNullWith(cast["arg"], columns);
    const operation = part(node, "A_Expr");
    const [name, ...schemas] = list(operation?.["name"]).toReversed();
    const operator = part(name, "String")?.["sval"];
    if (operation?.["kind"] !== "AEXPR_OP" || schemas.length > 0 || typeof operator !== "string") return false;
    if (!strictOperators.has(operator)) return false;
    return [operation["lexpr"], operation["rexpr"]].some((side) => isNullWith(side, columns));
}

function columnOf(node: unknown): string | undefined {
    const fields = list(part(node, "ColumnRef")?.["fields"]);
    const name = part(fields[0], "String")?.["sval"];
    return fields.length === 1 && typeof name === "string" ? name : undefined;
}

function isSame(a: readonly string[] | undefined, b: readonly string[]): boolean {
    return a !== undefined && a.length === b.length && a.every((name, i) => name === b[i]);
}

function part(node: unknown, kind: string): Tree | undefined {
    if (typeof node !== "object" || node === null) return undefined;
    const found = (node as Tree)[kind];
    return typeof found === "object" && found !== null ? (found as Tree) : undefined;
}

function list(value: unknown): readonly unknown[] {
    return Array.isArray(value) ? value : [];
}
