import { quoteLiteral } from "../../core/quote.ts";
import { plainName } from "../expression.ts";
import type { IndexFact } from "./facts.ts";

/** Something that a plan uses, and SQL that keeps the planner from it. */
export interface Lever {
    readonly name: string;
    readonly pull: string;
}

/**
 * The planner's switches, by the operations that they keep it from. `enable_indexscan` switches index-only scans off
 * too, so a plan that has either uses it.
 */
const switches: readonly (readonly [setting: string, operation: RegExp])[] = [
    ["enable_seqscan", /^Seq Scan\b/],
    ["enable_indexscan", /^Index (Only )?Scan\b/],
    ["enable_indexonlyscan", /^Index Only Scan\b/],
    ["enable_bitmapscan", /^Bitmap Heap Scan\b/],
    ["enable_nestloop", /^Nested Loop\b/],
    ["enable_hashjoin", /^Hash (\w+ )*Join\b/],
    ["enable_mergejoin", /^Merge (\w+ )*Join\b/],
    ["enable_sort", /^Sort\b/],
    ["enable_incremental_sort", /^Incremental Sort\b/],
    ["enable_hashagg", /^(Hash|Mixed)(Aggregate|SetOp)\b/],
    ["enable_memoize", /^Memoize\b/],
    ["enable_material", /^Materialize\b/],
];

/** What can be taken from a plan, by its tree. */
export function leversOf(tree: readonly string[], indexes: readonly IndexFact[]): Lever[] {
    const operations = tree.map((line) => line.trim().replace(/^((Init|Sub)Plan|CTE) [^:]*: /, ""));
    return [
        ...indexes.flatMap(({ id, removal }) => (readsIndex(tree, id) ? [{ name: id, pull: removal }] : [])),
        ...switches.flatMap(([name, operation]) =>
            operations.some((text) => operation.test(text)) ? [{ name, pull: `set local ${name} = off` }] : [],
        ),
    ];
}

/** The schema and the name of a table that plans name with both. */
export function splitName(table: string): [schema: string, name: string] {
    const [schema = "", name = ""] = table.split(/\.(.*)/s);
    return [schema, name];
}

/** Whether a tree reads an index, or one of its name in another schema, which a tree does not tell apart. */
export function readsIndex(tree: readonly string[], id: string): boolean {
    // Either name may have a dot in it.
    const parts = id.split(".");
    const names = parts.map((_, i) => plainName(parts.slice(i).join(".")));
    return names.some((name) => tree.some((line) => `${line} `.includes(` using ${name} `)));
}

/**
 * SQL that makes the planner believe in another number of rows of a table. It asks the file how long it is, so that its
 * other figures stay.
 *
 * @param rows an SQL expression
 */
export function believeRows(table: string, rows: string): string {
    const [schema, name] = splitName(table);
    return (
        `update pg_catalog.pg_class set reltuples = ${rows} where relname = ${quoteLiteral(name)} ` +
        `and relnamespace = (select oid from pg_catalog.pg_namespace where nspname = ${quoteLiteral(schema)})`
    );
}
