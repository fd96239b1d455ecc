import { plainName } from "../expression.ts";
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
    readonly predicate?: string;
    readonly name: string;
    readonly isPartitioned: boolean;
}

/** No plan gets better by the fourth column often enough to try it. */
const mostKeys = 4;

/** The longest name that PostgreSQL keeps whole. */
const longestName = 63;

/** Indexes that could find the rows which a plan reads and throws away, or give them in the order it sorts them into. */
export function indexCandidates(plan: PlanNode, partitions: Partitions): IndexCandidate[] {
    const nodes = flatten(plan);
    const terms = nodes.flatMap(({ expressions }) =>
        expressions
            .filter(({ kind }) => /Cond$|Filter$/.test(kind) && kind !== "TID Cond")
            .flatMap(({ texts }) => texts.flatMap(columnTerms)),
    );
    return nodes.flatMap(({ source, type, rowsRemoved }) => {
        if (source?.kind !== "table" || source.schema === undefined) return [];
        if (type !== "Seq Scan" && rowsRemoved === 0) return [];
        const root = partitions.rootOfTable(source.schema, source.name);
        const on = {
            schema: root?.schema ?? source.schema,
            table: root?.name ?? source.name,
            isPartitioned: root !== undefined,
        };
        const own = terms.filter(({ alias }) => alias === source.alias);
        return keyLists(own, orderOf(nodes, source.alias)).flatMap(({ method, keys }) => {
            const predicates = own.flatMap(({ predicate }) => predicate ?? []);
            const whole = candidate(on, method, keys);
            return predicates.length === 0
                ? [whole]
                : [candidate(on, method, keys, [...new Set(predicates)].join(" and ")), whole];
        });
    });
}

/** The statement that makes a candidate. */
export function createIndex({ schema, table, method, keys, predicate, name }: IndexCandidate, how = ""): string {
    const where = predicate === undefined ? "" : ` where ${predicate}`;
    const on = schema === "public" ? plainName(table) : `${plainName(schema)}.${plainName(table)}`;
    const using = method === "btree" ? "" : `using ${method} `;
    return `create index ${how}${plainName(name)} on ${on} ${using}(${keys.join(", ")})${where}`;
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

function candidate(
    on: Pick<IndexCandidate, "schema" | "table" | "isPartitioned">,
    method: "btree" | "gin",
    keys: readonly string[],
    predicate?: string,
): IndexCandidate {
    const parts = keys.map((key) => key.replace(/ desc$/, "").replaceAll('"', ""));
    const name = `${[on.table, ...parts].join("_")}${predicate === undefined ? "" : "_partial"}`.slice(
        0,
        longestName - 4,
    );
    return { ...on, method, keys, ...(predicate !== undefined && { predicate }), name: `${name}_idx` };
}

function flatten(node: PlanNode): PlanNode[] {
    return [node, ...node.children.flatMap(flatten)];
}
