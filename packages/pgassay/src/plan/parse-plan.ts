import { z } from "zod";
import { expressionKinds } from "./plan-node.ts";
import type { ExpressionKind, PlanNode, PlanSource } from "./plan-node.ts";

const expressionText = z.union([z.string().transform((text) => [text]), z.array(z.string())]).optional();
/** Absent in a plan that was not executed, or where the node has nothing of the kind. */
const count = z.number().nonnegative().default(0);
const keys = z.array(z.array(z.string())).optional();

/** The names under which EXPLAIN gives the expressions; those that we put together ourselves are not among them. */
const plainKinds = expressionKinds.filter((kind) => kind !== "Sampling" && kind !== "Grouping Sets");

const nodeFields = z.object({
    "Node Type": z.string(),
    Operation: z.string().optional(),
    "Custom Plan Provider": z.string().optional(),
    Strategy: z.string().optional(),
    Command: z.string().optional(),
    "Partial Mode": z.string().optional(),
    "Parallel Aware": z.boolean().default(false),
    "Join Type": z.string().optional(),
    "Inner Unique": z.boolean().default(false),
    "Scan Direction": z.string().optional(),
    "Relation Name": z.string().optional(),
    "Function Name": z.string().optional(),
    "Table Function Name": z.string().optional(),
    "Tuplestore Name": z.string().optional(),
    "CTE Name": z.string().optional(),
    Schema: z.string().optional(),
    Alias: z.string().optional(),
    "Index Name": z.string().optional(),
    "Subplan Name": z.string().optional(),
    "Subplans Removed": count,
    Output: z.array(z.string()).default([]),
    "Conflict Resolution": z.string().optional(),
    "Conflict Arbiter Indexes": z.array(z.string()).default([]),
    "Sampling Method": z.string().optional(),
    "Sampling Parameters": z.array(z.string()).default([]),
    "Grouping Sets": z
        .array(z.object({ "Hash Keys": keys, "Group Keys": keys, "Sort Key": z.array(z.string()).optional() }))
        .optional(),
    ...expressionFields(),
    "Total Cost": count,
    "Plan Rows": count,
    "Actual Rows": count,
    "Actual Loops": count,
    "Rows Removed by Filter": count,
    "Rows Removed by Join Filter": count,
    "Rows Removed by Index Recheck": count,
    "Shared Hit Blocks": count,
    "Shared Read Blocks": count,
    "Temp Read Blocks": count,
    "Temp Written Blocks": count,
    "WAL Records": count,
    "WAL Bytes": count,
    "WAL FPI Bytes": count,
});

type ExplainedNode = z.output<typeof nodeFields> & { readonly Plans?: readonly ExplainedNode[] | undefined };

const explainedNode: z.ZodType<ExplainedNode> = nodeFields.extend({
    get Plans() {
        return z.array(explainedNode).optional();
    },
});

function expressionFields(): Record<(typeof plainKinds)[number], typeof expressionText> {
    return Object.fromEntries(plainKinds.map((kind) => [kind, expressionText])) as Record<
        (typeof plainKinds)[number],
        typeof expressionText
    >;
}

const explained = z.tuple([z.object({ Plan: explainedNode })]);
const summary = z.tuple([z.object({ "Planning Time": z.number().nonnegative() })]);

/**
 * The plan in what `explain (verbose, format json)` returned, with or without `analyze`, `buffers` and `wal`.
 *
 * @throws a ZodError when it has not the form that PostgreSQL gives it
 */
export function parsePlan(json: unknown): PlanNode {
    return toPlanNode(explained.parse(json)[0].Plan, undefined);
}

/** How long planning took, in what `explain (summary, format json)` returned. */
export function parsePlanningMs(json: unknown): number {
    return summary.parse(json)[0]["Planning Time"];
}

/** @param above the schema of the table that is read by the nodes above, which make bitmaps for it */
function toPlanNode(node: ExplainedNode, above: string | undefined): PlanNode {
    const provider = node["Custom Plan Provider"];
    const schema = node["Relation Name"] === undefined ? above : node.Schema;
    return {
        type: provider === undefined ? node["Node Type"] : `${node["Node Type"]} (${provider})`,
        writes: node.Operation,
        onConflict: conflictOf(node),
        strategy: node.Strategy,
        command: node.Command,
        partialMode: node["Partial Mode"],
        isParallel: node["Parallel Aware"],
        joinType: node["Join Type"],
        isInnerUnique: node["Inner Unique"],
        isBackward: node["Scan Direction"] === "Backward",
        prunesAtStart: node["Subplans Removed"] > 0,
        source: sourceOf(node),
        index: node["Index Name"],
        indexSchema: node["Index Name"] === undefined ? undefined : schema,
        subplan: node["Subplan Name"],
        expressions: expressionKinds.flatMap((kind) => {
            const texts = textsOf(node, kind);
            return texts ? [{ kind, texts }] : [];
        }),
        output: node.Output,
        estimate: { cost: node["Total Cost"], rows: node["Plan Rows"] },
        rows: node["Actual Rows"],
        loops: node["Actual Loops"],
        // PostgreSQL tells the average of all executions.
        rowsRemoved: Math.round(removedRows(node) * node["Actual Loops"]),
        blocks: {
            hit: node["Shared Hit Blocks"],
            read: node["Shared Read Blocks"],
            tempRead: node["Temp Read Blocks"],
            tempWritten: node["Temp Written Blocks"],
        },
        wal: { records: node["WAL Records"], bytes: node["WAL Bytes"] - node["WAL FPI Bytes"] },
        children: node.Plans?.map((child) => toPlanNode(child, schema)) ?? [],
    };
}

function textsOf(node: ExplainedNode, kind: ExpressionKind): readonly string[] | undefined {
    if (kind === "Sampling") {
        const method = node["Sampling Method"];
        return method === undefined ? undefined : [`${method}(${node["Sampling Parameters"].join(", ")})`];
    }
    if (kind !== "Grouping Sets") return node[kind];
    return node["Grouping Sets"]?.flatMap(({ "Hash Keys": hashed, "Group Keys": grouped }) => [
        ...(hashed ?? []).map((columns) => `hash(${columns.join(", ")})`),
        ...(grouped ?? []).map((columns) => `(${columns.join(", ")})`),
    ]);
}

function conflictOf(node: ExplainedNode): string | undefined {
    const resolution = node["Conflict Resolution"];
    if (resolution === undefined) return undefined;
    const arbiters = node["Conflict Arbiter Indexes"];
    return resolution.toLowerCase() + (arbiters.length > 0 ? ` by ${arbiters.join(", ")}` : "");
}

function removedRows(node: ExplainedNode): number {
    return node["Rows Removed by Filter"] + node["Rows Removed by Join Filter"] + node["Rows Removed by Index Recheck"];
}

function sourceOf(node: ExplainedNode): PlanSource | undefined {
    const { Alias: alias, Schema: schema } = node;
    if (alias === undefined) return undefined;
    const table = node["Relation Name"];
    if (table !== undefined) return { kind: "table", schema, name: table, alias };
    const call = node["Function Name"] ?? node["Table Function Name"];
    if (call !== undefined) return { kind: "function", schema, name: call, alias };
    const cte = node["CTE Name"] ?? node["Tuplestore Name"];
    if (cte !== undefined) return { kind: "cte", schema: undefined, name: cte, alias };
    const name = node["Node Type"] === "Values Scan" ? "values" : "subquery";
    return { kind: "subquery", schema: undefined, name, alias };
}
