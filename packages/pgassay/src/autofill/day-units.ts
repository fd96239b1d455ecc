import { dayMs } from "../data/calendar.ts";
import type { Operand } from "./condition.ts";
import type { ValueType } from "./value-type.ts";

type Types = ReadonlyMap<string, ValueType | undefined>;

/**
 * A sum or difference of a date and a number of days, which are milliseconds here. Undefined where no date is in it,
 * `"unknown"` where the days are not a constant.
 */
export function inMilliseconds(name: string, of: readonly Operand[], types: Types): Operand | "unknown" | undefined {
    if (name !== "+" && name !== "-") return undefined;
    const [first, second] = of;
    if (first === undefined || second === undefined) return undefined;
    const [left, right] = [isDate(first, types), isDate(second, types)];
    if (left === right) return undefined;
    const days = left ? second : first;
    if (isDuration(days, types)) return undefined;
    const scaled = daysOf(days);
    if (scaled === undefined) return "unknown";
    return { kind: "call", name, of: left ? [first, scaled] : [scaled, second] };
}

/** Both sides of a comparison in one unit: the difference of two dates is a number of days. */
export function comparable(
    left: Operand,
    right: Operand,
    types: Types,
): readonly [Operand | undefined, Operand | undefined] {
    if (isSpan(left, types) && !isSpan(right, types)) return [left, daysOf(right)];
    if (isSpan(right, types) && !isSpan(left, types)) return [daysOf(left), right];
    return [left, right];
}

function daysOf(operand: Operand): Operand | undefined {
    if (operand.kind !== "constant" || typeof operand.value !== "number") return undefined;
    return { kind: "constant", value: operand.value * dayMs };
}

function flavourOf(operand: Operand, types: Types): string | undefined {
    const type = operand.kind === "column" ? types.get(operand.name) : undefined;
    return type?.kind === "number" ? type.flavour : undefined;
}

/** Whether an operand is a date, or one moved by days. */
function isDate(operand: Operand, types: Types): boolean {
    if (operand.kind === "call" && (operand.name === "+" || operand.name === "-")) {
        return operand.of.filter((part) => isDate(part, types)).length === 1;
    }
    return flavourOf(operand, types) === "date";
}

/** Whether an operand is the number of days from one date to another. */
function isSpan(operand: Operand, types: Types): boolean {
    return operand.kind === "call" && operand.name === "-" && operand.of.every((part) => isDate(part, types));
}

/** Whether an operand is a length of time: constants of that kind are too large for a number of days. */
function isDuration(operand: Operand, types: Types): boolean {
    if (operand.kind === "constant") return typeof operand.value === "number" && Math.abs(operand.value) >= 1e6;
    return flavourOf(operand, types) === "interval";
}
