import { compareText } from "../core/finding.ts";
import { canonicalExpression } from "./expression.ts";
import type { Partitions } from "./partitions.ts";
import { indexOf, planNames } from "./plan-names.ts";
import type { PlanNames } from "./plan-names.ts";
import type { ExpressionKind, PlanNode } from "./plan-node.ts";

/** A node of a plan as one line of its tree. */
export interface PlanLine {
    readonly node: PlanNode;
    /** 0 at the root. */
    readonly depth: number;
    /** `Index Scan using tasks_pkey on tasks  (id = :task_id)`, without indentation. */
    readonly text: string;
    /** The index it reads, a partition of one by the name of the whole; with its schema, unless that is public. */
    readonly index: string | undefined;
    /** Whether the node does to a partition what one before it does to another; a tree shows that once. */
    readonly isRepeated: boolean;
}

/** What the constants and names of a plan stand for. */
export interface PlanContext {
    /** What each constant is the value of: a parameter, or what is computed from parameters alone. */
    readonly parameters: ReadonlyMap<string, string>;
    /** Names of the parameters that a plan for all values shows as `$1`, `$2`, …; empty for any other plan. */
    readonly numbered: readonly string[];
    readonly partitions: Partitions;
}

/**
 * The canonical lines of a plan, parents before children. They say what is done and in which order, and leave out
 * whatever differs between two runs of one plan: costs, row counts, times, memory, workers, names of partitions.
 */
export function planLines(root: PlanNode, context: PlanContext): readonly [PlanLine, ...PlanLine[]] {
    const branch = (
        node: PlanNode,
        names: PlanNames,
        depth: number,
        isRepeated: boolean,
    ): [PlanLine, ...PlanLine[]] => {
        const text = lineOf(node, names, context);
        const index = indexOf(node, context.partitions);
        const branches = node.children.map((child) => {
            // Each statement of a call has aliases of its own.
            const own = node.type === "Call" ? planNames(child, context.partitions) : names;
            const lines = branch(child, own, depth + 1, isRepeated);
            return { lines, shown: indentLines(lines).join("\n") };
        });
        if (combinesBitmaps(node)) branches.sort((a, b) => compareText(a.shown, b.shown));
        const below: PlanLine[] = [];
        const seen = new Set<string>();
        for (const { lines, shown } of branches) {
            const repeats = mergesParts(node) && seen.has(shown);
            seen.add(shown);
            below.push(...(repeats ? lines.map((line) => ({ ...line, isRepeated: true })) : lines));
        }
        return [{ node, depth, text, index, isRepeated }, ...below];
    };
    return branch(root, planNames(root, context.partitions), 0, false);
}

/** Lines as they are printed: children two columns right of their parent, what is repeated once. */
export function indentLines(lines: readonly PlanLine[]): string[] {
    return lines.filter(({ isRepeated }) => !isRepeated).map(({ depth, text }) => "  ".repeat(depth) + text);
}

function mergesParts({ type }: PlanNode): boolean {
    return type === "Append" || type === "Merge Append" || type === "Call";
}

/** All their inputs are read, and the planner puts the one first that it takes for smaller by however little. */
function combinesBitmaps({ type }: PlanNode): boolean {
    return type === "BitmapAnd" || type === "BitmapOr";
}

function lineOf(node: PlanNode, names: PlanNames, { parameters, numbered }: PlanContext): string {
    const subplan = node.subplan === undefined ? "" : `${node.subplan}: `;
    const name = names.usingIndex(node);
    const index = name === undefined ? "" : ` using ${name}`;
    const source = node.source ? ` on ${names.onSource(node.source)}` : "";
    const expressions = node.expressions.map(({ kind, texts }) => {
        const context = { names: names.ofAliases, parameters, numbered };
        return expressionLabel(kind) + texts.map((text) => canonicalExpression(text, context)).join(", ");
    });
    const details = [
        ...(node.onConflict === undefined ? [] : [`on conflict: ${node.onConflict}`]),
        ...expressions,
        ...(node.prunesAtStart ? ["leaves out partitions at the start"] : []),
    ];
    return subplan + operation(node) + index + source + (details.length > 0 ? `  ${details.join("; ")}` : "");
}

/** What the node does, in the words of EXPLAIN's text format: `HashAggregate`, `Nested Loop Left Join`. */
function operation(node: PlanNode): string {
    const parallel = node.isParallel ? "Parallel " : "";
    const partial = node.partialMode === undefined || node.partialMode === "Simple" ? "" : `${node.partialMode} `;
    return parallel + partial + operationName(node);
}

function operationName({ type, strategy, joinType, command, isBackward, writes }: PlanNode): string {
    if (type === "ModifyTable") return writes ?? type;
    if (type === "Foreign Scan" && writes !== undefined && writes !== "Select") return `Foreign ${writes}`;
    if (type === "Aggregate") return aggregateNames.get(strategy ?? "Plain") ?? type;
    if (type === "SetOp") return `${strategy === "Hashed" ? "HashSetOp" : "SetOp"} ${command}`;
    if (joinType !== undefined && joinType !== "Inner") return `${type.replace(/ Join$/, "")} ${joinType} Join`;
    return isBackward ? `${type} Backward` : type;
}

const aggregateNames: ReadonlyMap<string, string> = new Map([
    ["Plain", "Aggregate"],
    ["Sorted", "GroupAggregate"],
    ["Hashed", "HashAggregate"],
    ["Mixed", "MixedAggregate"],
]);

/** The conditions that belong to an operation by its nature stand alone; the others say what they are. */
function expressionLabel(kind: ExpressionKind): string {
    switch (kind) {
        case "Filter":
        case "Join Filter":
        case "One-Time Filter":
        case "Run Condition":
        case "Order By":
        case "Conflict Filter":
        case "Remote SQL":
        case "Sampling":
            return `${kind.toLowerCase().replace("sql", "SQL")}: `;
        case "Presorted Key":
            return "presorted: ";
        default:
            return "";
    }
}
