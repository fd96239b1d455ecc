import { columnsOfOperand, flippedComparison } from "./condition.ts";
import type { Comparison, Operand } from "./condition.ts";

/** A bound on one column that the others in it decide. */
export interface Bound {
    readonly column: string;
    readonly comparison: Comparison;
    readonly operand: Operand;
}

/**
 * Solves a comparison for one of its columns: `total = net + tax` for `tax` yields `tax = total - net`. Undefined where
 * the column occurs more than once or inside of something that cannot be turned round.
 */
export function isolate(left: Operand, comparison: Comparison, right: Operand, column: string): Bound | undefined {
    const onLeft = columnsOfOperand(left).filter((name) => name === column).length;
    const onRight = columnsOfOperand(right).filter((name) => name === column).length;
    if (onLeft + onRight !== 1) return undefined;
    return onLeft === 1
        ? turn(left, comparison, right, column)
        : turn(right, flippedComparison(comparison), left, column);
}

function turn(side: Operand, comparison: Comparison, other: Operand, column: string): Bound | undefined {
    if (side.kind === "column") return { column, comparison, operand: other };
    if (side.kind !== "call") return undefined;
    const [first, second] = side.of;
    if (first === undefined || second === undefined) return undefined;
    const isInFirst = columnsOfOperand(first).includes(column);
    const call = (name: string, ...of: readonly Operand[]): Operand => ({ kind: "call", name, of });
    switch (side.name) {
        case "+":
            return isInFirst
                ? turn(first, comparison, call("-", other, second), column)
                : turn(second, comparison, call("-", other, first), column);
        case "-":
            return isInFirst
                ? turn(first, comparison, call("+", other, second), column)
                : turn(second, flippedComparison(comparison), call("-", first, other), column);
        default:
            return undefined;
    }
}
