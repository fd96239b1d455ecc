import {
    bracketsOf,
    bracketTree,
    isBracket,
    isKeyword,
    splitAt,
    textOf,
    withBracket,
    withoutGap,
    word,
} from "./bracket-tree.ts";
import type { Bracket, Part } from "./bracket-tree.ts";
import { remembered } from "../core/remembered.ts";

/**
 * - `conjunct`, `disjunct`: a term of AND, of OR is left out
 * - `connective`: AND becomes OR, or OR becomes AND
 * - `comparison`: a boundary moves in or out, = becomes <>
 * - `element`: an element of a list is left out
 * - `pattern`: an anchor of a regular expression is left out, or case stops to matter
 */
export type ChangeKind = "conjunct" | "disjunct" | "connective" | "comparison" | "element" | "pattern";

/** One small change of an expression. */
export interface ExpressionChange {
    readonly kind: ChangeKind;
    /** What changes: `(hours >= 0)`. */
    readonly was: string;
    /** What it becomes; empty when it is left out. */
    readonly becomes: string;
    /** The whole expression, changed. */
    readonly expression: string;
    /** Whether what changed is now true of everything, as "the length of a text is at least 0" is. */
    readonly isAlwaysTrue?: true;
}

/** What tells a change from others of the same expression. */
export function changeVariant({ was, becomes }: ExpressionChange): string {
    return becomes === "" ? was : `${was} becomes ${becomes}`;
}

/** A change in words that follow the name of a constraint: `no longer asks for (hours >= 0)`. */
export function changeInWords({ kind, was, becomes }: ExpressionChange): string {
    if (kind === "conjunct") return `no longer asks for ${was}`;
    if (kind === "disjunct" || kind === "element") return `no longer accepts ${was}`;
    return `asks for ${becomes} instead of ${was}`;
}

/** A change of one bracket: what stands between its brackets afterwards. */
interface BracketChange {
    readonly kind: ChangeKind;
    readonly was: string;
    readonly becomes: string;
    readonly parts: readonly Part[];
    readonly isAlwaysTrue?: true;
}

/**
 * The changes of an expression that PostgreSQL wrote without pretty-printing. It then puts every operation into its own
 * parentheses, so that terms and operators are found by them and the rest of the text stays as it is, to the byte.
 */
export function expressionChanges(expression: string, ...kinds: readonly ChangeKind[]): ExpressionChange[] {
    return allChanges(expression).filter(({ kind }) => kinds.length === 0 || kinds.includes(kind));
}

const allChanges = remembered((expression) => {
    const root = bracketTree(expression);
    return bracketsOf(root).flatMap((bracket) =>
        [
            ...connectiveChanges(bracket),
            ...comparisonChanges(bracket),
            ...elementChanges(bracket),
            ...patternChanges(bracket),
        ].map(({ parts, ...change }): ExpressionChange => ({
            ...change,
            expression: textOf(withBracket(root, bracket, { ...bracket, parts })),
        })),
    );
});

function connectiveChanges(bracket: Bracket): BracketChange[] {
    const { parts } = bracket;
    const connective = ["and", "or"].find((each) => parts.some((part) => isKeyword(part, each)));
    // The AND of a window frame joins no terms.
    if (connective === undefined || parts.some((part) => isKeyword(part, "between"))) return [];
    const isConnective = (part: Part): boolean => isKeyword(part, connective);
    const terms = splitAt(parts, isConnective);
    const other = connective === "and" ? "OR" : "AND";
    const swapped = parts.map((part) => (isConnective(part) ? word(other) : part));
    return [
        ...terms.map((term, i): BracketChange => ({
            kind: connective === "and" ? "conjunct" : "disjunct",
            was: textOf(...term),
            becomes: "",
            parts: joined(without(terms, i), word(connective.toUpperCase())),
        })),
        { kind: "connective", was: textOf(bracket), becomes: textOf({ ...bracket, parts: swapped }), parts: swapped },
    ];
}

/** What a comparison with anything becomes: the operator that differs from it only at the boundary. */
const atTheBoundary: Readonly<Record<string, string>> = { "<": "<=", "<=": "<", ">": ">=", ">=": ">" };
/** Where a limit that is a whole number moves, so that the other side of the boundary is tried as well. */
const further: Readonly<Record<string, number>> = { "<": -1, "<=": 1, ">": 1, ">=": -1 };
/** Never negative, so that `>= 0` behind it holds for everything. */
const measures =
    /^"?(pg_catalog\.)?(char_length|character_length|length|octet_length|cardinality|jsonb_array_length)\(/i;

function comparisonChanges(bracket: Bracket): BracketChange[] {
    const { parts } = bracket;
    const at = parts.findIndex((part) => !isBracket(part) && /^(<=?|>=?|=|<>|!=)$/.test(part.text));
    const operator = parts[at];
    if (!operator || isBracket(operator) || isKeyword(parts[at + 1], "any", "all")) return [];
    const left = parts.slice(0, at);
    const right = parts.slice(at + 1);
    const become = (symbol: string, limit: readonly Part[] = right): BracketChange => {
        const changed = [...left, word(symbol), ...limit];
        const value = wholeNumberIn(limit);
        const isAlwaysTrue =
            measures.test(textOf(...left)) && ((symbol === ">=" && value === 0) || (symbol === ">" && value === -1));
        return {
            kind: "comparison",
            was: textOf(bracket),
            becomes: textOf({ ...bracket, parts: changed }),
            parts: changed,
            ...(isAlwaysTrue && { isAlwaysTrue }),
        };
    };
    const value = wholeNumberIn(right);
    const boundary = atTheBoundary[operator.text];
    const step = further[operator.text];
    if (boundary !== undefined && step !== undefined) {
        return [
            become(boundary),
            ...(value === undefined ? [] : [become(operator.text, withWholeNumber(right, value + step))]),
        ];
    }
    if (operator.text !== "=") return [become("=")];
    return value === undefined ? [become("<>")] : [become("<="), become(">=")];
}

/** The number that an operand is, whatever casts and parentheses stand around it. */
function wholeNumberIn(operand: readonly Part[]): number | undefined {
    const text = textOf(...operand);
    const [, digits] = /^\(?'?(-?\d{1,15})'?\)?(?:::[a-z ]+)?$/.exec(text) ?? [];
    return digits === undefined ? undefined : Number(digits);
}

function withWholeNumber(operand: readonly Part[], value: number): Part[] {
    // A cast binds more tightly than a minus, so what was in quotes or parentheses is put into parentheses.
    const text = textOf(...operand).replace(/^\(?'?-?\d+'?\)?/, (old) =>
        value < 0 || !/^\d/.test(old) ? `(${value})` : String(value),
    );
    return [word(text)];
}

function elementChanges(bracket: Bracket): BracketChange[] {
    if (bracket.open?.text !== "[") return [];
    const isComma = (part: Part): boolean => !isBracket(part) && part.text === ",";
    const elements = splitAt(bracket.parts, isComma);
    if (elements.length < 2) return [];
    return elements.map((element, i) => ({
        kind: "element",
        was: textOf(...element),
        becomes: "",
        parts: joined(without(elements, i), { ...word(","), gap: "" }),
    }));
}

function without<T>(items: readonly T[], at: number): T[] {
    return items.filter((_, i) => i !== at);
}

/** Terms with a separator between them, and no space before the first. */
function joined(terms: readonly (readonly Part[])[], separator: Part): Part[] {
    const [first = [], ...others] = terms;
    return [...withoutGap(first), ...others.flatMap((term) => [separator, ...term])];
}

function patternChanges(bracket: Bracket): BracketChange[] {
    const { parts } = bracket;
    const at = parts.findIndex((part) => !isBracket(part) && part.text === "~");
    const pattern = parts[at + 1];
    if (at < 1 || !pattern || isBracket(pattern) || pattern.kind !== "SCONST") return [];
    const quoted = pattern.text;
    const become = (changes: Readonly<Record<number, Part>>): BracketChange => {
        const changed = parts.map((part, i) => changes[i] ?? part);
        return {
            kind: "pattern",
            was: textOf(bracket),
            becomes: textOf({ ...bracket, parts: changed }),
            parts: changed,
        };
    };
    return [
        ...(quoted.startsWith("'^") ? [become({ [at + 1]: word(quoted.replace(/^'\^/, "'")) })] : []),
        ...(/[^\\]\$'$/.test(quoted) ? [become({ [at + 1]: word(quoted.replace(/\$'$/, "'")) })] : []),
        ...(/[a-z]/i.test(quoted.replaceAll(/\\./g, "")) ? [become({ [at]: word("~*") })] : []),
    ];
}
