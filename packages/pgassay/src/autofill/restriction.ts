import type { Comparison, Pattern } from "./condition.ts";
import type { Value, ValueType } from "./value-type.ts";

/** What the checks leave for one column, in one world. */
export interface Restriction {
    /** Whether the column must be null, must not, or may. */
    readonly isNull?: boolean;
    readonly least?: number;
    readonly most?: number;
    readonly allowed?: readonly Value[];
    readonly forbidden?: readonly Value[];
    /** Characters, bytes, bits or elements, whatever the type has. */
    readonly minLength?: number;
    readonly maxLength?: number;
    readonly patterns?: readonly (Pattern & { readonly isNegated: boolean })[];
    /** Functions that leave the value as it is: `lower`, `upper`, `btrim`. */
    readonly unchangedBy?: readonly string[];
    readonly jsonKind?: string;
}

/** A column as far as restrictions on it matter. */
export interface RestrictedColumn {
    readonly type: ValueType | undefined;
    readonly isRequired: boolean;
}

/** Both restrictions together, or undefined where no value satisfies them. */
export function restrict(column: RestrictedColumn, before: Restriction, added: Restriction): Restriction | undefined {
    const { isNull = before.isNull } = added;
    if (before.isNull !== undefined && isNull !== before.isNull) return undefined;
    if (isNull === true) return column.isRequired ? undefined : { isNull };
    const jsonKind = added.jsonKind ?? before.jsonKind;
    if (before.jsonKind !== undefined && jsonKind !== before.jsonKind) return undefined;
    const both: Restriction = {
        ...optional("isNull", isNull),
        ...optional("jsonKind", jsonKind),
        ...optional("least", tighter(Math.max, before.least, added.least)),
        ...optional("most", tighter(Math.min, before.most, added.most)),
        ...optional("minLength", tighter(Math.max, before.minLength, added.minLength)),
        ...optional("maxLength", tighter(Math.min, before.maxLength, added.maxLength)),
        ...optional("allowed", common(before.allowed, added.allowed)),
        ...optional("forbidden", together(before.forbidden, added.forbidden)),
        ...optional("patterns", together(before.patterns, added.patterns)),
        ...optional("unchangedBy", together(before.unchangedBy, added.unchangedBy)),
    };
    if (!isEmpty(column.type, both)) return both;
    // Nothing is left but null, which no comparison refuses.
    return isNull === false || column.isRequired ? undefined : { isNull: true };
}

/** What a comparison with a constant means for a column; undefined if it means nothing that is understood. */
export function comparisonRestriction(
    type: ValueType | undefined,
    comparison: Comparison,
    value: Value,
): Restriction | undefined {
    if (value === null || Number.isNaN(value)) return {};
    if (type?.kind !== "number" || typeof value !== "number") {
        if (comparison === "=") return { allowed: [value] };
        return comparison === "<>" ? { forbidden: [value] } : undefined;
    }
    // The nearest value of the type on the right side of a bound that is no value itself.
    const steps = value / type.step;
    const nearest = Math.round(steps);
    const isExact = Math.abs(steps - nearest) < 1e-9;
    const above = (isExact ? nearest : Math.ceil(steps)) * type.step;
    const below = (isExact ? nearest : Math.floor(steps)) * type.step;
    switch (comparison) {
        case "=":
            return { least: value, most: value };
        case "<>":
            return { forbidden: [value] };
        case "<":
            return { most: isExact ? below - type.step : below };
        case "<=":
            return { most: below };
        case ">":
            return { least: isExact ? above + type.step : above };
        case ">=":
            return { least: above };
    }
}

/** The same for the length of a column. */
export function lengthRestriction(comparison: Comparison, length: number): Restriction | undefined {
    switch (comparison) {
        case "=":
            return { minLength: length, maxLength: length };
        case "<":
            return { maxLength: Math.ceil(length) - 1 };
        case "<=":
            return { maxLength: Math.floor(length) };
        case ">":
            return { minLength: Math.floor(length) + 1 };
        case ">=":
            return { minLength: Math.ceil(length) };
        case "<>":
            return length === 0 ? { minLength: 1 } : undefined;
    }
}

/** The choices that are left of a type that has few values; undefined if it has many. */
export function choicesLeft(type: ValueType | undefined, restriction: Restriction): readonly Value[] | undefined {
    const { allowed, forbidden = [] } = restriction;
    const values = type?.kind === "choice" ? type.values : allowed;
    const left = values?.filter((value) => !forbidden.includes(value) && (allowed?.includes(value) ?? true));
    if (type?.kind !== "number") return left;
    return left?.filter(
        (value) => Number(value) >= lowest(type, restriction) && Number(value) <= highest(type, restriction),
    );
}

/** The least number that a restriction leaves. */
export function lowest(type: { readonly least: number }, { least = -Infinity }: Restriction): number {
    return Math.max(type.least, least);
}

/** The greatest number that a restriction leaves. */
export function highest(type: { readonly most: number }, { most = Infinity }: Restriction): number {
    return Math.min(type.most, most);
}

function isEmpty(type: ValueType | undefined, restriction: Restriction): boolean {
    const { minLength = 0, maxLength = Infinity } = restriction;
    if (choicesLeft(type, restriction)?.length === 0) return true;
    if (type?.kind === "number") return lowest(type, restriction) > highest(type, restriction);
    const limit = type?.kind === "text" || type?.kind === "bytes" ? type.maxLength : Infinity;
    return minLength > Math.min(maxLength, limit);
}

/** An object with a key only where there is a value for it. */
function optional<K extends string, V>(key: K, value: V | undefined): { readonly [key in K]?: V } {
    return value === undefined ? {} : ({ [key]: value } as { readonly [key in K]?: V });
}

function tighter(
    of: (a: number, b: number) => number,
    before: number | undefined,
    added: number | undefined,
): number | undefined {
    return before === undefined || added === undefined ? (before ?? added) : of(before, added);
}

function common(
    before: readonly Value[] | undefined,
    added: readonly Value[] | undefined,
): readonly Value[] | undefined {
    return before === undefined || added === undefined
        ? (before ?? added)
        : before.filter((value) => added.includes(value));
}

function together<T>(before: readonly T[] | undefined, added: readonly T[] | undefined): readonly T[] | undefined {
    return before === undefined || added === undefined ? (before ?? added) : [...before, ...added];
}
