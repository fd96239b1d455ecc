import type { PlanNode } from "./plan-node.ts";
import type { PlanLine } from "./tree.ts";

/** The estimate of a plan that is furthest off. */
export interface WorstEstimate {
    /** Estimated by real rows, or the other way round, whichever is more; 1 is exact. To a tenth. */
    readonly qError: number;
    /** Undefined when no node can be judged. */
    readonly line: PlanLine | undefined;
}

/**
 * Finds the node whose real rows are furthest from the estimate. Both are rows of one execution of the node, so loops
 * need no account. A node is left out where its count says nothing: because it was never executed, or because what is
 * above it may have stopped asking: a limit, a merge join, the inner side of a join that looks for one match, a
 * subquery that asks whether there is a row.
 */
export function worstEstimate(lines: readonly PlanLine[]): WorstEstimate {
    const [root] = lines;
    if (!root) return { qError: 1, line: undefined };
    const readWhole = new Set<PlanNode>();
    visit(root.node, false, readWhole);
    let worst: WorstEstimate = { qError: 1, line: undefined };
    for (const line of lines) {
        if (!readWhole.has(line.node)) continue;
        const [estimated, real] = [Math.max(1, line.node.estimate.rows), Math.max(1, line.node.rows)];
        const qError = Math.round((10 * Math.max(estimated, real)) / Math.min(estimated, real)) / 10;
        if (worst.line === undefined || qError > worst.qError) worst = { qError, line };
    }
    return worst;
}

/** Nodes whose counts are not rows that a query has: bitmaps count what they may hold, and some repeat another node. */
const uncounted = new Set(["Bitmap Index Scan", "BitmapAnd", "BitmapOr", "Hash", "ModifyTable", "WorkTable Scan"]);

/** Nodes that read all that is below them before they give a row. */
const blocking = new Set(["Sort", "Hash", "Aggregate", "SetOp", "ModifyTable"]);

function visit(node: PlanNode, mayStop: boolean, readWhole: Set<PlanNode>): void {
    if (node.loops > 0 && !mayStop && !uncounted.has(node.type)) readWhole.add(node);
    for (const [i, child] of node.children.entries()) {
        visit(child, stopsEarly(node, child, i, mayStop), readWhole);
    }
}

function stopsEarly(node: PlanNode, child: PlanNode, position: number, mayStop: boolean): boolean {
    if (child.subplan !== undefined && !child.subplan.startsWith("CTE")) return true;
    if (node.type === "Limit" || node.type === "Merge Join") return true;
    if (blocking.has(node.type) && node.strategy !== "Sorted") return false;
    const isInner = position === node.children.length - 1;
    if (node.type === "Nested Loop" && isInner && (node.isInnerUnique || /^(Semi|Anti)$/.test(node.joinType ?? "")))
        return true;
    // With nothing to look rows up in, a hash join reads no more than it must.
    const isLookedUp =
        node.type === "Hash Join" && node.children.some((other) => other.type === "Hash" && other.rows === 0);
    return mayStop || (isLookedUp && child.type !== "Hash");
}
