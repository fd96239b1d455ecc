import { z } from "zod";

/**
 * The expressions of a node that tell how it finds, joins, orders or drops rows, in the order in which a tree shows
 * them. `Recheck Cond` is left out: it repeats the conditions of the bitmap index scans below.
 */
const expressionKinds = [
    "Index Cond",
    "TID Cond",
    "Order By",
    "Hash Cond",
    "Merge Cond",
    "Sort Key",
    "Presorted Key",
    "Group Key",
    "Cache Key",
    "Window",
    "Run Condition",
    "One-Time Filter",
    "Join Filter",
    "Filter",
] as const;

export type ExpressionKind = (typeof expressionKinds)[number];

/** What a node reads: a table, or something that stands in a `from` like one. */
export interface PlanSource {
    readonly kind: "table" | "function" | "cte" | "subquery";
    /** Undefined where there is none, as for a common table expression. */
    readonly schema: string | undefined;
    readonly name: string;
    /** What the expressions of the plan call it. */
    readonly alias: string;
}

/** Blocks of 8 kB. Those of a node include those of the nodes below it. */
export interface BlockCounts {
    readonly hit: number;
    readonly read: number;
    readonly tempRead: number;
    readonly tempWritten: number;
}

/** One node of an executed plan, as EXPLAIN describes it. */
export interface PlanNode {
    /** `Index Scan`, `Hash Join`, `Aggregate`. */
    readonly type: string;
    /** How an aggregate or set operation works: `Plain`, `Sorted`, `Hashed`, `Mixed`. */
    readonly strategy: string | undefined;
    /** What a set operation computes: `Intersect`, `Except All`. */
    readonly command: string | undefined;
    /** Which half of a parallel aggregate it is: `Simple`, `Partial`, `Finalize`. */
    readonly partialMode: string | undefined;
    readonly isParallel: boolean;
    /** `Inner`, `Left`, `Semi`, `Anti`, … of joins. */
    readonly joinType: string | undefined;
    /** Whether an index is read from its end. */
    readonly isBackward: boolean;
    readonly source: PlanSource | undefined;
    readonly index: string | undefined;
    /** `InitPlan 1`, `SubPlan 2` or `CTE name` where the node is the top of such a part. */
    readonly subplan: string | undefined;
    readonly expressions: readonly { readonly kind: ExpressionKind; readonly texts: readonly string[] }[];
    /** Rows of all its executions on average, rounded by PostgreSQL. */
    readonly rows: number;
    readonly blocks: BlockCounts;
    readonly children: readonly PlanNode[];
}

const expressionText = z.union([z.string().transform((text) => [text]), z.array(z.string())]).optional();
const blockCount = z.int().nonnegative();

const nodeFields = z.object({
    "Node Type": z.string(),
    Strategy: z.string().optional(),
    Command: z.string().optional(),
    "Partial Mode": z.string().optional(),
    "Parallel Aware": z.boolean().default(false),
    "Join Type": z.string().optional(),
    "Scan Direction": z.string().optional(),
    "Relation Name": z.string().optional(),
    "Function Name": z.string().optional(),
    "CTE Name": z.string().optional(),
    Schema: z.string().optional(),
    Alias: z.string().optional(),
    "Index Name": z.string().optional(),
    "Subplan Name": z.string().optional(),
    ...expressionFields(),
    "Actual Rows": z.number().nonnegative(),
    "Shared Hit Blocks": blockCount,
    "Shared Read Blocks": blockCount,
    "Temp Read Blocks": blockCount,
    "Temp Written Blocks": blockCount,
});

type ExplainedNode = z.output<typeof nodeFields> & { readonly Plans?: readonly ExplainedNode[] | undefined };

const explainedNode: z.ZodType<ExplainedNode> = nodeFields.extend({
    get Plans() {
        return z.array(explainedNode).optional();
    },
});

function expressionFields(): Record<ExpressionKind, typeof expressionText> {
    return Object.fromEntries(expressionKinds.map((kind) => [kind, expressionText])) as Record<
        ExpressionKind,
        typeof expressionText
    >;
}

const explained = z.tuple([z.object({ Plan: explainedNode })]);

/**
 * The plan in what `explain (analyze, verbose, buffers, format json)` returned.
 *
 * @throws a ZodError when it has not the form that PostgreSQL gives it
 */
export function parsePlan(json: unknown): PlanNode {
    return toPlanNode(explained.parse(json)[0].Plan);
}

function toPlanNode(node: ExplainedNode): PlanNode {
    return {
        type: node["Node Type"],
        strategy: node.Strategy,
        command: node.Command,
        partialMode: node["Partial Mode"],
        isParallel: node["Parallel Aware"],
        joinType: node["Join Type"],
        isBackward: node["Scan Direction"] === "Backward",
        source: sourceOf(node),
        index: node["Index Name"],
        subplan: node["Subplan Name"],
        expressions: expressionKinds.flatMap((kind) => {
            const texts = node[kind];
            return texts ? [{ kind, texts }] : [];
        }),
        rows: node["Actual Rows"],
        blocks: {
            hit: node["Shared Hit Blocks"],
            read: node["Shared Read Blocks"],
            tempRead: node["Temp Read Blocks"],
            tempWritten: node["Temp Written Blocks"],
        },
        children: node.Plans?.map(toPlanNode) ?? [],
    };
}

function sourceOf(node: ExplainedNode): PlanSource | undefined {
    const { Alias: alias, Schema: schema } = node;
    if (alias === undefined) return undefined;
    const table = node["Relation Name"];
    if (table !== undefined) return { kind: "table", schema, name: table, alias };
    const call = node["Function Name"];
    if (call !== undefined) return { kind: "function", schema, name: call, alias };
    const cte = node["CTE Name"];
    if (cte !== undefined) return { kind: "cte", schema: undefined, name: cte, alias };
    return { kind: "subquery", schema: undefined, name: alias, alias };
}
