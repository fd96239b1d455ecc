import type { Draws } from "../data/random.ts";
import { columnsOf, columnsOfOperand, evaluate, flippedComparison, negatedComparison, valueOf } from "./condition.ts";
import type { Comparison, Condition, Operand } from "./condition.ts";
import { choicesLeft, comparisonRestriction, lengthRestriction, restrict } from "./restriction.ts";
import type { Restriction, RestrictedColumn } from "./restriction.ts";
import type { Value } from "./value-type.ts";

/**
 * One consistent way to satisfy the checks of some columns: of every `or` one side is taken, and what that leaves for
 * each column is known. A row is made in one world.
 */
export interface World {
    readonly restrictions: ReadonlyMap<string, Restriction>;
    /** Comparisons of columns with each other. */
    readonly relations: readonly Relation[];
    /** How often it is to be taken, relative to the others. */
    readonly weight: number;
}

export interface Relation {
    readonly left: Operand;
    readonly comparison: Comparison;
    readonly right: Operand;
}

/** How many worlds are kept of a set of checks; when there are more, they are a sample. */
const worldsAtMost = 256;

/** Steps of the search after which it goes on by sampling. */
const stepsAtMost = 20_000;

/** The time that stands for now where a value must not be later, and where it must be. */
const present = { past: Date.UTC(2025, 0, 1), future: Date.UTC(2100, 0, 1) } as const;

/** How likely a column is null where nothing decides it. */
type NullShare = (column: string) => number;

/**
 * The worlds of some conditions that share columns; none if they contradict each other.
 *
 * @param draws decide which worlds are kept when there are too many
 */
export function worldsOf(
    conditions: readonly Condition[],
    columns: ReadonlyMap<string, RestrictedColumn>,
    nullShare: NullShare,
    draws: Draws,
): World[] {
    const search = new Search(columns, draws);
    const start: State = { restrictions: new Map(), relations: [] };
    const pending = conditions.map((condition): Pending => ({ condition, isTrue: true }));
    const found = new Map<string, State>();
    const keep = (state: State): void => {
        found.set(
            JSON.stringify(
                [...state.restrictions].toSorted(([a], [b]) => (a < b ? -1 : 1)),
                withInfinity,
            ) + JSON.stringify(state.relations),
            state,
        );
    };
    for (const state of search.run(pending, start, stepsAtMost)) {
        keep(state);
        if (found.size > worldsAtMost) break;
    }
    if (found.size > worldsAtMost || search.isExhausted) {
        for (let i = 0; i < worldsAtMost; i++) {
            for (const state of search.run(pending, start, 400)) {
                keep(state);
                break;
            }
        }
    }
    const kept = [...found.values()].slice(0, worldsAtMost);
    const byLabels = kept.some((state) => hasLabels(state, columns));
    return kept.map((state) => ({ ...state, weight: weightOf(state, columns, nullShare, byLabels) }));
}

function withInfinity(_key: string, value: unknown): unknown {
    return typeof value === "number" && !Number.isFinite(value) ? String(value) : value;
}

/** What has been decided so far. */
interface State {
    readonly restrictions: ReadonlyMap<string, Restriction>;
    readonly relations: readonly Relation[];
}

interface Pending {
    readonly condition: Condition;
    readonly isTrue: boolean;
}

/** Goes through the ways to satisfy conditions. What contradicts an earlier decision is given up at once. */
class Search {
    readonly #columns: ReadonlyMap<string, RestrictedColumn>;
    readonly #draws: Draws;
    #steps = 0;

    constructor(columns: ReadonlyMap<string, RestrictedColumn>, draws: Draws) {
        this.#columns = columns;
        this.#draws = draws;
    }

    /** Whether the last run ended because it took too many steps. */
    get isExhausted(): boolean {
        return this.#steps <= 0;
    }

    *run(pending: readonly Pending[], state: State, steps: number): Generator<State> {
        this.#steps = steps;
        yield* this.#solve(pending, state);
    }

    *#solve(pending: readonly Pending[], start: State): Generator<State> {
        if (--this.#steps <= 0) return;
        let state = start;
        const queue = [...pending];
        const choices: Pending[][] = [];
        for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
            const { condition, isTrue } = next;
            if (condition.kind === "not") queue.unshift({ condition: condition.of, isTrue: !isTrue });
            else if (condition.kind === "is") {
                // That nothing in it is null is for the row as a whole to show.
                queue.unshift({ condition: condition.of, isTrue: isTrue === condition.value });
            } else if (condition.kind === "all" || condition.kind === "any") {
                const parts = condition.of.map((part) => ({ condition: part, isTrue }));
                if ((condition.kind === "all") === isTrue) queue.unshift(...parts);
                else choices.push(parts);
            } else {
                const after = this.#apply(condition, isTrue, state);
                if (after === undefined) return;
                state = after;
            }
        }
        // The narrowest choice first: a wrong one is then found early.
        choices.sort((a, b) => a.length - b.length);
        const [choice, ...others] = choices;
        if (choice === undefined) {
            yield state;
            return;
        }
        const rest = others.map((parts): Pending => ({ condition: anyOf(parts), isTrue: true }));
        for (const alternative of shuffled(choice, this.#draws)) yield* this.#solve([alternative, ...rest], state);
    }

    /** A simple condition, or its contrary, added to what is known. */
    #apply(condition: Condition, isTrue: boolean, state: State): State | undefined {
        if (columnsOf(condition).length === 0) {
            return condition.kind !== "unknown" && evaluate(condition, new Map()) === !isTrue ? undefined : state;
        }
        switch (condition.kind) {
            case "null": {
                const { operand } = condition;
                return operand.kind === "column" ? this.#restrict(state, operand.name, { isNull: isTrue }) : state;
            }
            case "among":
                return this.#among(condition.operand, condition.values, isTrue, state);
            case "match": {
                const { operand, pattern } = condition;
                if (operand.kind !== "column") return state;
                return this.#restrict(state, operand.name, { patterns: [{ ...pattern, isNegated: !isTrue }] });
            }
            case "compare": {
                const { left, comparison, right } = condition;
                return this.#compare(left, isTrue ? comparison : negatedComparison(comparison), right, state);
            }
            default:
                return state;
        }
    }

    #among(operand: Operand, values: readonly Value[], isTrue: boolean, state: State): State | undefined {
        if (operand.kind !== "column") return state;
        const isChoice = this.#columns.get(operand.name)?.type?.kind === "choice";
        if (isTrue) return this.#restrict(state, operand.name, { allowed: values });
        // `not (a and b)` of truth values must be false, and not merely something else than true.
        return this.#restrict(state, operand.name, isChoice || values.length > 0 ? { forbidden: values } : {});
    }

    #compare(left: Operand, comparison: Comparison, right: Operand, state: State): State | undefined {
        const value = boundOf(right, comparison);
        if (value === undefined) {
            if (boundOf(left, flippedComparison(comparison)) !== undefined) {
                return this.#compare(right, flippedComparison(comparison), left, state);
            }
            const unchanged = unchangedBy(left, right) ?? unchangedBy(right, left);
            if (unchanged !== undefined && comparison === "=") {
                return this.#restrict(state, unchanged.column, { unchangedBy: [unchanged.by] });
            }
            return { ...state, relations: [...state.relations, { left, comparison, right }] };
        }
        if (left.kind === "column") {
            const type = this.#columns.get(left.name)?.type;
            const restriction = comparisonRestriction(type, comparison, value);
            return restriction ? this.#restrict(state, left.name, restriction) : state;
        }
        if (left.kind !== "call") return state;
        const restriction = ofCall(left.name, comparison, value);
        const [first] = left.of;
        const inner = first?.kind === "call" ? first.of[0] : first;
        if (restriction !== undefined && inner?.kind === "column")
            return this.#restrict(state, inner.name, restriction);
        return { ...state, relations: [...state.relations, { left, comparison, right }] };
    }

    #restrict(state: State, column: string, added: Restriction): State | undefined {
        const about = this.#columns.get(column);
        if (about === undefined) return state;
        const restriction = restrict(about, state.restrictions.get(column) ?? {}, added);
        return restriction && { ...state, restrictions: new Map(state.restrictions).set(column, restriction) };
    }
}

/** The constant that a side of a comparison comes to, the present included. */
function boundOf(operand: Operand, comparison: Comparison): Value | undefined {
    if (operand.kind === "constant") return operand.value;
    if (columnsOfOperand(operand).length > 0) return undefined;
    const now = comparison === ">" || comparison === ">=" ? present.future : present.past;
    return valueOf(withPresent(operand, now), new Map());
}

function withPresent(operand: Operand, now: number): Operand {
    if (operand.kind === "now") return { kind: "constant", value: now };
    return operand.kind === "call" ? { ...operand, of: operand.of.map((part) => withPresent(part, now)) } : operand;
}

/** What a comparison of a function of a column with a constant means for the column. */
function ofCall(name: string, comparison: Comparison, value: Value): Restriction | undefined {
    switch (name) {
        case "length":
        case "char_length":
        case "character_length":
        case "octet_length":
        case "size":
        case "cardinality":
        case "array_length":
        case "jsonb_array_length":
            return typeof value === "number" ? lengthRestriction(comparison, value) : undefined;
        case "jsonb_typeof":
        case "json_typeof":
            return typeof value === "string" && comparison === "=" ? { jsonKind: value } : undefined;
        case "btrim":
        case "ltrim":
        case "rtrim":
            return value === "" && comparison === "<>" ? { minLength: 1 } : undefined;
        default:
            return undefined;
    }
}

/** The column that a function of it is equal to: `code = upper(code)`. */
function unchangedBy(side: Operand, other: Operand): { readonly column: string; readonly by: string } | undefined {
    if (side.kind !== "column" || other.kind !== "call") return undefined;
    const [first] = other.of;
    if (first?.kind !== "column" || first.name !== side.name || other.of.length !== 1) return undefined;
    return { column: side.name, by: other.name };
}

function anyOf(parts: readonly Pending[]): Condition {
    return {
        kind: "any",
        of: parts.map(({ condition, isTrue }) => (isTrue ? condition : { kind: "not", of: condition })),
    };
}

function shuffled<T>(list: readonly T[], draws: Draws): T[] {
    const copy = [...list];
    for (let i = copy.length - 1; i > 0; i--) {
        const j = draws.below(i + 1);
        [copy[i], copy[j]] = [copy[j] as T, copy[i] as T];
    }
    return copy;
}

/**
 * How often a world is to be taken. Where labels tell worlds apart, a label is as frequent as any other; where only
 * nulls do, a null is as likely as the column's name suggests.
 */
function weightOf(
    { restrictions }: State,
    columns: ReadonlyMap<string, RestrictedColumn>,
    nullShare: NullShare,
    byLabels: boolean,
): number {
    let weight = 1;
    for (const [name, restriction] of restrictions) {
        const column = columns.get(name);
        if (byLabels) weight *= choicesLeft(column?.type, restriction)?.length ?? 1;
        else if (restriction.isNull !== undefined && column?.isRequired === false) {
            weight *= restriction.isNull ? nullShare(name) : 1 - nullShare(name);
        }
    }
    return weight;
}

/** Whether a world leaves a column few values to choose from. */
function hasLabels({ restrictions }: State, columns: ReadonlyMap<string, RestrictedColumn>): boolean {
    return [...restrictions].some(
        ([name, restriction]) => choicesLeft(columns.get(name)?.type, restriction) !== undefined,
    );
}
