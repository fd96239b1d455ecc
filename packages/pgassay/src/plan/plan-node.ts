/**
 * The expressions of a node that tell how it finds, joins, orders or drops rows, in the order in which a tree shows
 * them. `Recheck Cond` is left out: it repeats the conditions of the bitmap index scans below. So are the calls of
 * functions and the lists of columns, which say what is computed and not how.
 */
export const expressionKinds = [
    "Sampling",
    "Remote SQL",
    "Index Cond",
    "TID Cond",
    "Order By",
    "Hash Cond",
    "Merge Cond",
    "Sort Key",
    "Presorted Key",
    "Group Key",
    "Grouping Sets",
    "Cache Key",
    "Window",
    "Run Condition",
    "One-Time Filter",
    "Conflict Filter",
    "Join Filter",
    "Filter",
] as const;

export type ExpressionKind = (typeof expressionKinds)[number];

/** What a node reads or writes: a table, or something that stands in a `from` like one. */
export interface PlanSource {
    readonly kind: "table" | "function" | "cte" | "subquery";
    /** Undefined where there is none, as for a common table expression. */
    readonly schema: string | undefined;
    /** What stands for it: nobody outside of a query sees what it calls a subquery, so that is called `subquery`. */
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

/** What a node put into the write-ahead log; that of a node includes that of the nodes below it. */
export interface WalCounts {
    readonly records: number;
    /** Without the images of full pages, which depend on when the last checkpoint was. */
    readonly bytes: number;
}

/** One node of a plan, as EXPLAIN describes it. What is counted is 0 in a plan that was not executed. */
export interface PlanNode {
    /** `Index Scan`, `Hash Join`, `Aggregate`. */
    readonly type: string;
    /** What a node does to rows that it writes: `Insert`, `Update`, `Delete`, `Merge`; `Select` of a foreign scan. */
    readonly writes: string | undefined;
    /** What an insert does with a row that is there, and the indexes that tell it: `update by tasks_pkey`. */
    readonly onConflict: string | undefined;
    /** How an aggregate or set operation works: `Plain`, `Sorted`, `Hashed`, `Mixed`. */
    readonly strategy: string | undefined;
    /** What a set operation computes: `Intersect`, `Except All`. */
    readonly command: string | undefined;
    /** Which half of a parallel aggregate it is: `Simple`, `Partial`, `Finalize`. */
    readonly partialMode: string | undefined;
    readonly isParallel: boolean;
    /** `Inner`, `Left`, `Semi`, `Anti`, … of joins. */
    readonly joinType: string | undefined;
    /** Whether a join stops at the first match on its inner side, because there is no second. */
    readonly isInnerUnique: boolean;
    /** Whether an index is read from its end. */
    readonly isBackward: boolean;
    /** Whether the executor leaves out partitions that the plan holds. */
    readonly prunesAtStart: boolean;
    readonly source: PlanSource | undefined;
    readonly index: string | undefined;
    /** The schema of that index, which is the one of its table; a bitmap is told of by the node that reads the table. */
    readonly indexSchema: string | undefined;
    /** `InitPlan 1`, `SubPlan 2` or `CTE name` where the node is the top of such a part. */
    readonly subplan: string | undefined;
    readonly expressions: readonly { readonly kind: ExpressionKind; readonly texts: readonly string[] }[];
    /** What it hands to the node above; columns without their alias where the statement has one source alone. */
    readonly output: readonly string[];
    readonly estimate: {
        /** In the planner's unit, with the cost of the nodes below. */
        readonly cost: number;
        /** Of one execution of the node. */
        readonly rows: number;
    };
    /** Rows of all its executions on average, rounded by PostgreSQL. */
    readonly rows: number;
    /** How often it was executed; 0 where nobody asked it for a row. */
    readonly loops: number;
    /** Rows that it read and threw away, in all its executions, because of a filter or of an index that is lossy. */
    readonly rowsRemoved: number;
    readonly blocks: BlockCounts;
    readonly wal: WalCounts;
    readonly children: readonly PlanNode[];
}
