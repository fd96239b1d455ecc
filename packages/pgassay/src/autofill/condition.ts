import type { Value } from "./value-type.ts";

/** What a check says, as far as autofill understands it. */
export type Condition =
    | { readonly kind: "all" | "any"; readonly of: readonly Condition[] }
    | { readonly kind: "not"; readonly of: Condition }
    | { readonly kind: "null"; readonly operand: Operand }
    | {
          readonly kind: "compare";
          readonly left: Operand;
          readonly comparison: Comparison;
          readonly right: Operand;
      }
    | { readonly kind: "among"; readonly operand: Operand; readonly values: readonly Value[] }
    | { readonly kind: "match"; readonly operand: Operand; readonly pattern: Pattern }
    /** `is true`, `is false`: never null itself. */
    | { readonly kind: "is"; readonly of: Condition; readonly value: boolean }
    /** Something that only PostgreSQL can decide. */
    | { readonly kind: "unknown"; readonly sql: string };

export type Comparison = "=" | "<>" | "<" | "<=" | ">" | ">=";

/** Something with a value. */
export type Operand =
    | { readonly kind: "column"; readonly name: string }
    | { readonly kind: "constant"; readonly value: Value }
    /** The time of the statement. */
    | { readonly kind: "now" }
    | { readonly kind: "call"; readonly name: string; readonly of: readonly Operand[] }
    /** How many conditions hold. */
    | { readonly kind: "count"; readonly of: readonly Condition[] };

/** A regular expression that a text matches anywhere, in the syntax of both PostgreSQL and JavaScript. */
export interface Pattern {
    readonly source: string;
    readonly ignoreCase: boolean;
}

/** What a row has in its columns; those that have no value yet are absent. */
export type RowValues = ReadonlyMap<string, Value>;

/** The outcome of a condition: true, false, null as in SQL, or undefined where only PostgreSQL can tell. */
export type Outcome = boolean | null | undefined;

/** Evaluates a condition as PostgreSQL does. */
export function evaluate(condition: Condition, row: RowValues): Outcome {
    switch (condition.kind) {
        case "all":
            return conjunction(condition.of.map((part) => evaluate(part, row)));
        case "any":
            return negation(conjunction(condition.of.map((part) => negation(evaluate(part, row)))));
        case "not":
            return negation(evaluate(condition.of, row));
        case "is": {
            const outcome = evaluate(condition.of, row);
            return outcome === undefined ? undefined : outcome === condition.value;
        }
        case "null": {
            const value = valueOf(condition.operand, row);
            return value === undefined ? undefined : value === null;
        }
        case "compare":
            return compare(valueOf(condition.left, row), condition.comparison, valueOf(condition.right, row));
        case "among": {
            const value = valueOf(condition.operand, row);
            return typeof value === "object" || value === undefined ? value : condition.values.includes(value);
        }
        case "match": {
            const value = valueOf(condition.operand, row);
            if (typeof value !== "string") return value === null ? null : undefined;
            return regularExpression(condition.pattern)?.test(value);
        }
        case "unknown":
            return undefined;
    }
}

/** The value of an operand; undefined where only PostgreSQL can tell. */
export function valueOf(operand: Operand, row: RowValues): Value | undefined {
    switch (operand.kind) {
        case "column":
            return row.get(operand.name);
        case "constant":
            return operand.value;
        case "now":
            return undefined;
        case "call":
            return call(
                operand.name,
                operand.of.map((part) => valueOf(part, row)),
            );
        case "count": {
            const outcomes = operand.of.map((part) => evaluate(part, row));
            return outcomes.includes(undefined) ? undefined : outcomes.filter(Boolean).length;
        }
    }
}

/** The columns that an operand reads. */
export function columnsOfOperand(operand: Operand): string[] {
    switch (operand.kind) {
        case "column":
            return [operand.name];
        case "call":
            return operand.of.flatMap(columnsOfOperand);
        case "count":
            return operand.of.flatMap(columnsOf);
        default:
            return [];
    }
}

/** The columns that a condition reads, as far as it is understood. */
export function columnsOf(condition: Condition): string[] {
    switch (condition.kind) {
        case "all":
        case "any":
            return condition.of.flatMap(columnsOf);
        case "not":
        case "is":
            return columnsOf(condition.of);
        case "null":
        case "among":
        case "match":
            return columnsOfOperand(condition.operand);
        case "compare":
            return [...columnsOfOperand(condition.left), ...columnsOfOperand(condition.right)];
        case "unknown":
            return [];
    }
}

const negated: Readonly<Record<Comparison, Comparison>> = {
    "=": "<>",
    "<>": "=",
    "<": ">=",
    "<=": ">",
    ">": "<=",
    ">=": "<",
};

/** The comparison that holds where another does not. */
export function negatedComparison(comparison: Comparison): Comparison {
    return negated[comparison];
}

const flipped: Readonly<Record<Comparison, Comparison>> = {
    "=": "=",
    "<>": "<>",
    "<": ">",
    "<=": ">=",
    ">": "<",
    ">=": "<=",
};

/** The comparison that says the same with its sides exchanged. */
export function flippedComparison(comparison: Comparison): Comparison {
    return flipped[comparison];
}

const expressions = new Map<string, RegExp | undefined>();

/** The pattern as JavaScript has it, or undefined if it cannot: `[[:alpha:]]` and `\m` are PostgreSQL's own. */
export function regularExpression({ source, ignoreCase }: Pattern): RegExp | undefined {
    const key = `${ignoreCase}${source}`;
    if (!expressions.has(key)) expressions.set(key, compile(source, ignoreCase));
    return expressions.get(key);
}

function compile(source: string, ignoreCase: boolean): RegExp | undefined {
    if (/\\[mMyYAZ]|\[\[[.=:]/.test(source.replace(/\[:(alpha|digit|alnum|upper|lower|space|xdigit):\]/g, "a"))) {
        return undefined;
    }
    try {
        return new RegExp(withoutClasses(source), ignoreCase ? "i" : "");
    } catch {
        return undefined;
    }
}

const classes: Readonly<Record<string, string>> = {
    alpha: "a-zA-Z",
    digit: "0-9",
    alnum: "a-zA-Z0-9",
    upper: "A-Z",
    lower: "a-z",
    space: "\\s",
    xdigit: "0-9a-fA-F",
};

/** Writes out the classes of characters that PostgreSQL names in brackets. */
function withoutClasses(source: string): string {
    return source.replace(/\[:(\w+):\]/g, (whole, name: string) => classes[name] ?? whole);
}

function negation(outcome: Outcome): Outcome {
    return typeof outcome === "boolean" ? !outcome : outcome;
}

function conjunction(outcomes: readonly Outcome[]): Outcome {
    if (outcomes.includes(false)) return false;
    if (outcomes.includes(undefined)) return undefined;
    return !outcomes.includes(null) || null;
}

/** How far apart two sums of decimal fractions may be that PostgreSQL holds equal. */
const tolerance = 1e-9;

function compare(left: Value | undefined, comparison: Comparison, right: Value | undefined): Outcome {
    if (left === null || right === null) return null;
    if (left === undefined || right === undefined || typeof left !== typeof right) return undefined;
    if (typeof left === "string" || typeof right === "string") {
        // The order of texts is a matter of collation, and that of labels of their enumeration.
        if (comparison !== "=" && comparison !== "<>") return undefined;
        return (left === right) === (comparison === "=");
    }
    if (Number.isNaN(left) || Number.isNaN(right)) return comparison === "<>" ? true : undefined;
    const isEqual = left === right || Math.abs(left - right) < tolerance * Math.max(1, Math.abs(left));
    switch (comparison) {
        case "=":
            return isEqual;
        case "<>":
            return !isEqual;
        case "<":
            return left < right && !isEqual;
        case "<=":
            return left < right || isEqual;
        case ">":
            return left > right && !isEqual;
        case ">=":
            return left > right || isEqual;
    }
}

const numeric: Readonly<Record<string, (a: number, b: number) => number>> = {
    "+": (a, b) => a + b,
    "-": (a, b) => a - b,
    "*": (a, b) => a * b,
    "%": (a, b) => a % b,
    greatest: Math.max,
    least: Math.min,
};

const textual: Readonly<Record<string, (text: string) => Value>> = {
    lower: (text) => text.toLowerCase(),
    upper: (text) => text.toUpperCase(),
    btrim: (text) => text.replace(/^ +| +$/g, ""),
    ltrim: (text) => text.replace(/^ +/, ""),
    rtrim: (text) => text.replace(/ +$/, ""),
    length: (text) => Array.from(text).length,
    char_length: (text) => Array.from(text).length,
    character_length: (text) => Array.from(text).length,
    octet_length: (text) => Buffer.byteLength(text),
};

/** Whether a function works on the characters of a text. */
export function isTextual(name: string): boolean {
    return name in textual;
}

/** Functions and operators of which something is known. */
export const knownCalls: ReadonlySet<string> = new Set([
    ...Object.keys(numeric),
    ...Object.keys(textual),
    "coalesce",
    "abs",
    "||",
    // Guides only: what they come to is for PostgreSQL to say.
    "size",
    "cardinality",
    "array_length",
    "jsonb_array_length",
    "jsonb_typeof",
    "json_typeof",
    "daterange",
    "tsrange",
    "tstzrange",
    "int4range",
    "int8range",
    "numrange",
]);

function call(name: string, of: readonly (Value | undefined)[]): Value | undefined {
    if (name === "coalesce") {
        const first = of.findIndex((value) => value !== null);
        return first === -1 ? null : of[first];
    }
    if (of.includes(undefined)) return undefined;
    const [first, second] = of as Value[];
    if (of.includes(null)) return numeric[name] && (name === "greatest" || name === "least") ? undefined : null;
    const withNumbers = numeric[name];
    if (withNumbers && typeof first === "number" && typeof second === "number") return withNumbers(first, second);
    if (name === "abs" && typeof first === "number") return Math.abs(first);
    if (name === "||" && typeof first === "string" && typeof second === "string") return first + second;
    return typeof first === "string" && of.length === 1 ? textual[name]?.(first) : undefined;
}
