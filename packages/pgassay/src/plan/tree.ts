import { canonicalExpression, plainName } from "./expression.ts";
import type { ExpressionContext } from "./expression.ts";
import type { ExpressionKind, PlanNode, PlanSource } from "./plan-node.ts";

/** A node of a plan as one line of its tree. */
export interface PlanLine {
    readonly node: PlanNode;
    /** 0 at the root. */
    readonly depth: number;
    /** `Index Scan using tasks_pkey on tasks  (id = :task_id)`, without indentation. */
    readonly text: string;
}

/**
 * The canonical lines of a plan, parents before children. They say what is done and in which order, and leave out
 * whatever differs between two runs of one plan: costs, row counts, times, memory, workers.
 *
 * @param parameters the name of the parameter that each constant is the value of
 */
export function planLines(root: PlanNode, parameters: ReadonlyMap<string, string>): readonly [PlanLine, ...PlanLine[]] {
    const context = { names: namesOf(root), parameters };
    const lineAt = (node: PlanNode, depth: number): PlanLine => ({ node, depth, text: lineOf(node, context) });
    const below = (node: PlanNode, depth: number): PlanLine[] =>
        node.children.flatMap((child) => [lineAt(child, depth), ...below(child, depth + 1)]);
    return [lineAt(root, 0), ...below(root, 1)];
}

/** Lines as they are printed: children two columns right of their parent. */
export function indentLines(lines: readonly PlanLine[]): string[] {
    return lines.map(({ depth, text }) => "  ".repeat(depth) + text);
}

/**
 * What to call each alias: the name of what it stands for, numbered from its second use on, so that renaming an alias
 * changes no tree. Where a plan reads one thing only, its columns need no prefix.
 */
function namesOf(root: PlanNode): ReadonlyMap<string, string> {
    const names = new Map<string, string>();
    const timesUsed = new Map<string, number>();
    const visit = (node: PlanNode): void => {
        if (node.source && !names.has(node.source.alias)) {
            const name = sourceName(node.source);
            const times = 1 + (timesUsed.get(name) ?? 0);
            timesUsed.set(name, times);
            names.set(node.source.alias, times === 1 ? name : `${name}#${times}`);
        }
        node.children.forEach(visit);
    };
    visit(root);
    return names.size === 1 ? new Map([...names.keys()].map((alias) => [alias, ""])) : names;
}

/** The schema is told unless it is one that nobody writes. */
function sourceName({ schema, name }: PlanSource): string {
    const isPlain = schema === undefined || schema === "public" || schema === "pg_catalog";
    return isPlain ? plainName(name) : `${plainName(schema)}.${plainName(name)}`;
}

function lineOf(node: PlanNode, context: ExpressionContext): string {
    const subplan = node.subplan === undefined ? "" : `${node.subplan}: `;
    const index = node.index === undefined ? "" : ` using ${plainName(node.index)}`;
    const source = node.source ? ` on ${context.names.get(node.source.alias) || sourceName(node.source)}` : "";
    const expressions = node.expressions.map(({ kind, texts }) => {
        const canonical = texts.map((text) => canonicalExpression(text, context)).join(", ");
        return expressionLabel(kind) + canonical;
    });
    const details = expressions.length > 0 ? `  ${expressions.join("; ")}` : "";
    return subplan + operation(node) + index + source + details;
}

/** What the node does, in the words of EXPLAIN's text format: `HashAggregate`, `Nested Loop Left Join`. */
function operation(node: PlanNode): string {
    const parallel = node.isParallel ? "Parallel " : "";
    const partial = node.partialMode === undefined || node.partialMode === "Simple" ? "" : `${node.partialMode} `;
    return parallel + partial + operationName(node);
}

function operationName({ type, strategy, joinType, command, isBackward }: PlanNode): string {
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
            return `${kind.toLowerCase()}: `;
        case "Presorted Key":
            return "presorted: ";
        default:
            return "";
    }
}
