import { dayMs } from "../data/calendar.ts";
import type { Condition, Operand } from "./condition.ts";
import { parseCondition, parseOperand } from "./parse-condition.ts";
import { namesOf } from "./schema.ts";
import type { Exclusion, Table } from "./schema.ts";
import { rangeText } from "./value-type.ts";
import type { NumberType, Value } from "./value-type.ts";

/**
 * How the rows of a table come to keep apart: those that agree in the group get spans one after the other. The span is
 * a range, or two columns that a range is made of.
 */
export interface ExclusionPlan {
    readonly name: string;
    readonly group: readonly string[];
    /** The range, or its lower and its upper bound. */
    readonly columns: readonly string[];
    readonly predicate: Condition | undefined;
    /** The values of the columns for the n-th span of a group. */
    span(place: number, fraction: number): readonly Value[];
}

/** How far the beginnings of spans lie apart, and how long a span is at most. */
const spacing = {
    date: { from: Date.UTC(2015, 0, 5), apart: 14 * dayMs, length: 10 * dayMs },
    time: { from: Date.UTC(2015, 0, 5), apart: 4 * 3_600_000, length: 3 * 3_600_000 },
    integer: { from: 0, apart: 100, length: 80 },
    decimal: { from: 0, apart: 100, length: 80 },
    clock: { from: 0, apart: 1_800_000, length: 1_200_000 },
    interval: { from: 0, apart: 1_800_000, length: 1_200_000 },
} as const;

/** How an exclusion constraint is satisfied; undefined if it is left to PostgreSQL to refuse rows. */
export function exclusionPlan(table: Table, { name, parts, predicate }: Exclusion): ExclusionPlan | undefined {
    const spans = parts.filter(({ operator }) => operator === "&&");
    const equal = parts.filter(({ operator }) => operator === "=").map(({ column }) => column);
    const [span, ...more] = spans;
    if (span === undefined || more.length > 0 || spans.length + equal.length < parts.length) return undefined;
    const group = equal.filter((column) => column !== null);
    if (group.length < equal.length) return undefined;
    const columnType = (column: string): Table["columns"][number]["type"] =>
        table.columns.find((other) => other.name === column)?.type;
    const plan = { name, group, predicate: predicate === null ? undefined : parseCondition(predicate, namesOf(table)) };
    if (span.column !== null) {
        const type = columnType(span.column);
        const bound = type?.kind === "raw" ? type.bound : undefined;
        if (bound === undefined) return undefined;
        return {
            ...plan,
            columns: [span.column],
            span: (place, fraction) => {
                const [low, high] = boundsOf(bound, place, fraction);
                return [rangeText(bound, low, high)];
            },
        };
    }
    const columns = boundColumns(parseOperand(span.expression, namesOf(table)));
    const bound = columns && columnType(columns[0]);
    if (columns === undefined || bound?.kind !== "number") return undefined;
    return { ...plan, columns, span: (place, fraction) => boundsOf(bound, place, fraction) };
}

function boundsOf(bound: NumberType, place: number, fraction: number): [number, number] {
    const { from, apart, length } = spacing[bound.flavour];
    const low = from + place * apart;
    const high = low + Math.max(1, Math.floor((fraction * length) / bound.step)) * bound.step;
    return [low, high];
}

/** The two columns that `tstzrange(starts_at, ends_at)` is made of; what a null is replaced by does not matter. */
function boundColumns(operand: Operand | undefined): readonly [string, string] | undefined {
    if (operand?.kind !== "call" || !operand.name.endsWith("range")) return undefined;
    const [low, high] = operand.of.map((part) =>
        part.kind === "call" && part.name === "coalesce" ? part.of[0] : part,
    );
    return low?.kind === "column" && high?.kind === "column" ? [low.name, high.name] : undefined;
}
