import { quoteName } from "../../core/quote.ts";
import { parseSql, scanSql } from "../../core/sql-text.ts";
import { isJsonObject, type JsonObject } from "../../core/json-object.ts";

/** A select each of whose rows is made of single rows of tables. */
export interface FloorStatement {
    readonly sql: string;
    /** The tables and views that it reads at its top and returns columns of. */
    readonly relations: readonly FloorRelation[];
    /** Whether it reads one of them and nothing else. */
    readonly isSingle: boolean;
    /** Whether it may ask for rows by where they lie, so that no index and no scan leads to them. */
    readonly seeksPlaces: boolean;
    /** Columns by which it sorts, as far as they are plain ones. */
    readonly order: readonly string[];
    /** Rows after which it stops; undefined where it does not. */
    readonly limit: undefined | { readonly rows: number } | { readonly parameter: number } | "computed";
}

/** A table, or a view, that a statement reads at its top. */
export interface FloorRelation {
    /** What the statement calls it. */
    readonly alias: string;
    /** Its name, quoted, with its schema if the statement names that. */
    readonly name: string;
    /** Columns that it returns as they are, so that whoever reads the table must have them; `*` is every one. */
    readonly returned: readonly string[];
}

/**
 * What a statement tells about the rows that any plan of it has to see.
 *
 * @param sql one statement that parses
 * @returns why nothing, in a clause, where its rows are not made of single rows
 */
export function floorStatement(sql: string): FloorStatement | { readonly unknown: string } {
    const parsed = parseSql(sql);
    const select = "message" in parsed ? undefined : inside(parsed[0]?.tree, "SelectStmt");
    const unknown = select === undefined ? "it is no select" : whyNot(select);
    if (select === undefined || unknown !== undefined) return { unknown: unknown ?? "" };
    const from = listOf(select["fromClause"]);
    const isSingle = from.length === 1 && inside(from[0], "RangeVar") !== undefined;
    const ctes = listOf(inside(select, "withClause")?.["ctes"]).map(
        (cte) => inside(cte, "CommonTableExpr")?.["ctename"],
    );
    const returned = listOf(select["targetList"]).flatMap(returnedBy);
    const relations = from.flatMap(rangesOf).flatMap(({ alias, schema, name }) => {
        if (schema === undefined && ctes.includes(name)) return [];
        const own = returned.filter(({ of }) => of === alias || (isSingle && of === undefined));
        // A table of which nothing is returned may be left out of the plan.
        if (own.length === 0 && !isSingle) return [];
        const quoted = schema === undefined ? quoteName(name) : quoteName(schema, name);
        return [{ alias, name: quoted, returned: own.map(({ column }) => column) }];
    });
    const seeksPlaces = namesIn(select["whereClause"]).includes("ctid");
    return { sql, relations, isSingle, seeksPlaces, order: orderOf(select), limit: limitOf(select["limitCount"]) };
}

/**
 * SQL that tells where the rows lie that the rows of a statement are made of: for each relation, counted from 0, and each
 * table behind it, `table`, its OID as text, and how many different `tuples` of it on how many `pages`; and `rows`, how
 * many rows the statement returns.
 *
 * @param relations those of the statement that are tables
 */
export function countingSql(sql: string, relations: readonly FloorRelation[]): string {
    const places = relations.flatMap(({ alias }, i) => [
        `${quoteName(alias)}.tableoid as floor_table_${i}`,
        `${quoteName(alias)}.ctid as floor_tuple_${i}`,
    ]);
    const seen = relations.map((_, i) => `select ${i}, floor_table_${i}, floor_tuple_${i} from floor_rows`);
    return `
        with
            floor_rows as materialized (
                ${withTargets(sql, places)}
            ),
            floor_seen (relation, "table", tuple) as (${seen.join(" union all ")})
        select
            relation,
            "table"::text as "table",
            count(distinct tuple)::float8 as tuples,
            count(distinct (tuple::text::point)[0])::float8 as pages,
            (select count(*) from floor_rows)::float8 as rows
        from floor_seen
        where tuple is not null
        group by relation, "table"`;
}

/** A select that returns more: targets go before its `from`, the first that no parentheses hide. */
function withTargets(sql: string, targets: readonly string[]): string {
    let depth = 0;
    let before = "";
    let isDone = false;
    let text = "";
    for (const token of scanSql(sql)) {
        const word = token.text.toLowerCase();
        if (word === "(" || word === "[") depth++;
        if (word === ")" || word === "]") depth--;
        // `is distinct from` is the other `from`.
        if (!isDone && depth === 0 && word === "from" && before !== "distinct") {
            text += `, ${targets.join(", ")}`;
            isDone = true;
        }
        text += word === ";" && depth === 0 ? "" : token.gap + token.text;
        before = word;
    }
    // The statement may end in a comment that goes to the end of its line.
    return `${text}\n`;
}

function whyNot(select: JsonObject): string | undefined {
    if (select["op"] !== "SETOP_NONE") return "it puts the rows of several selects together";
    if (select["distinctClause"] !== undefined) return "it returns equal rows once";
    if (select["groupClause"] !== undefined || select["havingClause"] !== undefined) return "it groups rows";
    if (select["lockingClause"] !== undefined) return "it locks rows";
    if (select["limitOption"] === "LIMIT_OPTION_WITH_TIES") return "its limit depends on what it finds";
    return undefined;
}

interface Range {
    readonly alias: string;
    readonly schema: string | undefined;
    readonly name: string;
}

/** The tables and views of an item of `from`; what is joined under an alias cannot be named from outside. */
function rangesOf(item: unknown): Range[] {
    const range = inside(item, "RangeVar");
    if (range !== undefined) {
        const { schemaname, relname } = range;
        const schema = typeof schemaname === "string" ? schemaname : undefined;
        return [{ alias: aliasOf(range) ?? String(relname), schema, name: String(relname) }];
    }
    const join = inside(item, "JoinExpr");
    if (join === undefined || aliasOf(join) !== undefined) return [];
    return [...rangesOf(join["larg"]), ...rangesOf(join["rarg"])];
}

function aliasOf(node: JsonObject): string | undefined {
    const { alias } = node;
    return isJsonObject(alias) ? String(alias["aliasname"]) : undefined;
}

/** The column that a target returns as it is, cast or not. What is computed might be computed without it. */
function returnedBy(target: unknown): { readonly of: string | undefined; readonly column: string }[] {
    const value = inside(target, "ResTarget")?.["val"];
    const names = columnNames(inside(value, "TypeCast")?.["arg"] ?? value);
    const [first, second] = names;
    if (names.length === 1 && first !== undefined) return [{ of: undefined, column: first }];
    return names.length === 2 && first !== undefined && second !== undefined ? [{ of: first, column: second }] : [];
}

/** `t.id` as `t` and `id`; nothing where it is no column. */
function columnNames(value: unknown): string[] {
    return listOf(inside(value, "ColumnRef")?.["fields"]).map((field) =>
        inside(field, "A_Star") === undefined ? String(inside(field, "String")?.["sval"]) : "*",
    );
}

/**
 * The columns of the order, by their own names. A name that the select may give to something else is none, and what it
 * computes has the name of something in it: `placed_at::date` is called `placed_at`.
 */
function orderOf(select: JsonObject): string[] {
    const renamed = listOf(select["targetList"]).flatMap((target) => {
        const { name, val } = inside(target, "ResTarget") ?? {};
        if (typeof name === "string") return [name];
        return inside(val, "ColumnRef") === undefined ? namesIn(val) : [];
    });
    return listOf(select["sortClause"]).flatMap((sort) => {
        const names = columnNames(inside(sort, "SortBy")?.["node"]);
        const name = names.at(-1);
        return name === undefined || (names.length === 1 && renamed.includes(name)) ? [] : [name];
    });
}

/** Every name in a part of a statement. */
function namesIn(node: unknown): string[] {
    if (Array.isArray(node)) return node.flatMap(namesIn);
    if (!isJsonObject(node)) return [];
    return Object.entries(node).flatMap(([key, value]) =>
        key === "sval" && typeof value === "string" ? [value] : namesIn(value),
    );
}

function limitOf(count: unknown): FloorStatement["limit"] {
    if (count === undefined) return undefined;
    const value = inside(count, "TypeCast")?.["arg"] ?? count;
    const constant = inside(value, "A_Const");
    if (constant !== undefined) {
        if (constant["isnull"] === true) return undefined;
        // What is 0 is left out of the tree.
        return isJsonObject(constant["ival"]) ? { rows: Number(constant["ival"]["ival"] ?? 0) } : "computed";
    }
    const parameter = inside(value, "ParamRef")?.["number"];
    return typeof parameter === "number" ? { parameter } : "computed";
}

/** What a node holds under a name. */
function inside(node: unknown, name: string): JsonObject | undefined {
    const value = isJsonObject(node) ? node[name] : undefined;
    return isJsonObject(value) ? value : undefined;
}

function listOf(value: unknown): readonly unknown[] {
    return Array.isArray(value) ? value : [];
}
