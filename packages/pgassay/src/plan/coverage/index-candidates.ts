import { plainName, unquoteName } from "../expression.ts";
import type { Partitions } from "../partitions.ts";
import type { PlanNode } from "../plan-node.ts";
import { columnOf, columnTerms } from "./conditions.ts";
import type { ColumnTerm } from "./conditions.ts";

/** An index that might help. */
export interface IndexCandidate {
    readonly schema: string;
    readonly table: string;
    readonly method: "btree" | "gin";
    /** Columns as `create index` takes them, each with its direction. */
    readonly keys: readonly string[];
    /** Columns that it only carries along, as `create index` takes them. */
    readonly include: readonly string[];
    readonly predicate?: string;
    readonly name: string;
    readonly isPartitioned: boolean;
}

/** No plan gets better by the fourth column often enough to try it. */
const mostKeys = 4;

/** The longest name that PostgreSQL keeps whole. */
const longestName = 63;

/** What no other index may be called. */
export type IndexName = Pick<IndexCandidate, "schema" | "name">;

/** A table that a plan reads, and the node that reads it. */
export interface TableRead {
    readonly schema: string;
    /** The whole, where the plan reads a partition of it. */
    readonly table: string;
    readonly isPartitioned: boolean;
    readonly alias: string;
    readonly node: PlanNode;
}

/** The tables that a plan reads, once for each node that does. */
export function tablesRead(plan: PlanNode, partitions: Partitions): TableRead[] {
    return flatten(plan).flatMap((node) => {
        const { source } = node;
        if (source?.kind !== "table" || source.schema === undefined) return [];
        const root = partitions.rootOfTable(source.schema, source.name);
        const { schema, name } = root ?? { schema: source.schema, name: source.name };
        return [{ schema, table: name, isPartitioned: root !== undefined, alias: source.alias, node }];
    });
}

/** Indexes that could find the rows which a plan reads and throws away, or give them in the order it sorts them into. */
export function indexCandidates(plan: PlanNode, read: TableRead): IndexCandidate[] {
    if (read.node.type !== "Seq Scan" && read.node.rowsRemoved === 0) return [];
    const nodes = flatten(plan);
    const own = nodes
        .flatMap(({ expressions }) =>
            expressions
                .filter(({ kind }) => /Cond$|Filter$/.test(kind) && kind !== "TID Cond")
                .flatMap(({ texts }) => texts.flatMap(columnTerms)),
        )
        .filter(({ alias }) => alias === read.alias);
    const predicates = [...new Set(own.flatMap(({ predicate }) => predicate ?? []))];
    return keyLists(own, orderOf(nodes, read.alias)).flatMap(({ method, keys }) => {
        const whole = indexCandidate(read, { method, keys });
        if (predicates.length === 0) return [whole];
        return [indexCandidate(read, { method, keys, predicate: predicates.join(" and ") }), whole];
    });
}

/** An index on a table that has the columns in its name, as PostgreSQL would call it. */
export function indexCandidate(
    { schema, table, isPartitioned }: Pick<TableRead, "schema" | "table" | "isPartitioned">,
    parts: Pick<IndexCandidate, "method" | "keys" | "predicate"> & { readonly include?: readonly string[] },
): IndexCandidate {
    const { keys, include = [], predicate } = parts;
    const columns = [...keys.map(keyColumn), ...include.map(unquoteName)].map((column) => column.replaceAll('"', ""));
    const name = withEnding(`${[table, ...columns].join("_")}${predicate === undefined ? "" : "_partial"}`, "_idx");
    return { schema, table, isPartitioned, include, ...parts, name };
}

/** The candidate, with a number behind its name where an index of another kind has that, as PostgreSQL does. */
export function withFreeName(candidate: IndexCandidate, taken: readonly IndexName[]): IndexCandidate {
    const isTaken = (name: string): boolean =>
        taken.some((other) => other.schema === candidate.schema && other.name === name);
    let { name } = candidate;
    for (let i = 1; isTaken(name); i++) name = withEnding(candidate.name.replace(/_idx$/, ""), `_idx${i}`);
    return { ...candidate, name };
}

function withEnding(name: string, ending: string): string {
    return name.slice(0, longestName - ending.length).replace(/_+$/, "") + ending;
}

/** The name of the column of a key. */
export function keyColumn(key: string): string {
    return unquoteName(key.replace(/( desc)?( nulls (first|last))?$/, ""));
}

/** The statement that makes a candidate. */
export function createIndex(candidate: IndexCandidate, how = ""): string {
    const { schema, table, method, keys, include, predicate, name } = candidate;
    const carried = include.length === 0 ? "" : ` include (${include.join(", ")})`;
    const where = predicate === undefined ? "" : ` where ${predicate}`;
    const on = schema === "public" ? plainName(table) : `${plainName(schema)}.${plainName(table)}`;
    const using = method === "btree" ? "" : `using ${method} `;
    return `create index ${how}${plainName(name)} on ${on} ${using}(${keys.join(", ")})${carried}${where}`;
}

function keyLists(
    terms: readonly ColumnTerm[],
    order: readonly string[],
): { readonly method: "btree" | "gin"; readonly keys: readonly string[] }[] {
    const columns = (use: ColumnTerm["use"]): string[] => [
        ...new Set(terms.filter((term) => term.use === use).map(({ column }) => plainName(column))),
    ];
    const equal = columns("equality");
    const lists = [
        ...columns("range").map((range) => [...equal.filter((key) => key !== range), range]),
        [...equal, ...order.filter((key) => !equal.includes(key.replace(/ desc.*$/, "")))],
        equal,
        ...equal.map((key) => [key]),
    ].filter((keys) => keys.length > 0 && keys.length <= mostKeys);
    const trees = lists.map((keys) => ({ method: "btree" as const, keys }));
    return [...trees, ...columns("containment").map((key) => ({ method: "gin" as const, keys: [key] }))];
}

/** The columns of one alias that something sorts by, with their directions. */
function orderOf(nodes: readonly PlanNode[], alias: string): string[] {
    for (const { expressions } of nodes) {
        const sorted = expressions.find(({ kind }) => kind === "Sort Key")?.texts ?? [];
        const keys = sorted.map((text) => {
            const [, expression = "", direction = ""] = /^(.*?)( DESC)?$/.exec(text) ?? [];
            const column = columnOf(expression);
            return column?.alias === alias ? plainName(column.column) + direction.toLowerCase() : undefined;
        });
        if (keys.length > 0 && keys.every((key) => key !== undefined)) return keys;
    }
    return [];
}

function flatten(node: PlanNode): PlanNode[] {
    return [node, ...node.children.flatMap(flatten)];
}
