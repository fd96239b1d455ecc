import { z } from "zod";
import type { Explanation } from "../../core/plan-result.ts";
import type { PlanNodeView } from "./report-data.ts";

const count = z.number().optional();

const nodeFields = z.object({
    "Node Type": z.string(),
    Operation: z.string().optional(),
    "Join Type": z.string().optional(),
    "Relation Name": z.string().optional(),
    "Function Name": z.string().optional(),
    "CTE Name": z.string().optional(),
    "Index Name": z.string().optional(),
    Alias: z.string().optional(),
    "Plan Rows": z.number(),
    "Actual Rows": count,
    "Actual Loops": count,
    "Shared Hit Blocks": z.number().default(0),
    "Shared Read Blocks": z.number().default(0),
});

type ExplainedNode = z.output<typeof nodeFields> & { readonly Plans?: readonly ExplainedNode[] | undefined };

const explainedNode: z.ZodType<ExplainedNode> = nodeFields.extend({
    get Plans() {
        return z.array(explainedNode).optional();
    },
});

/** The nodes of an explanation from the top, each with its own work; none when it is not one that we understand. */
export function planNodes(explanation: Explanation): PlanNodeView[] {
    const { data } = explainedNode.safeParse(explanation["Plan"]);
    return data ? nodesBelow(data, 0) : [];
}

function nodesBelow(node: ExplainedNode, depth: number): PlanNodeView[] {
    const children = node.Plans ?? [];
    const loops = node["Actual Loops"];
    // A node's counts hold those of its children. A child that ran only at planning time may have touched more.
    const own = Math.max(0, touched(node) - children.reduce((sum, child) => sum + touched(child), 0));
    return [
        {
            depth,
            text: textOf(node),
            estimatedRows: node["Plan Rows"],
            ...(loops !== undefined && {
                blocks: own,
                // PostgreSQL tells the average of all executions.
                rows: Math.round((node["Actual Rows"] ?? 0) * loops),
                loops,
            }),
        },
        ...children.flatMap((child) => nodesBelow(child, depth + 1)),
    ];
}

function touched(node: ExplainedNode): number {
    return node["Shared Hit Blocks"] + node["Shared Read Blocks"];
}

function textOf(node: ExplainedNode): string {
    const { Operation: operation, Alias: alias } = node;
    const join = node["Join Type"];
    const source = node["Relation Name"] ?? node["Function Name"] ?? node["CTE Name"];
    return [
        operation ?? node["Node Type"],
        join === undefined || join === "Inner" ? "" : `(${join.toLowerCase()})`,
        node["Index Name"] === undefined ? "" : `using ${node["Index Name"]}`,
        source === undefined ? "" : `on ${source}`,
        alias === undefined || alias === source ? "" : alias,
    ]
        .filter((part) => part !== "")
        .join(" ");
}
