import { dayMs } from "../data/calendar.ts";
import type { Draws } from "../data/random.ts";
import { textOfRaw } from "./raw-values.ts";

/**
 * A value of a row. Numbers, times and lengths of time are numbers, so that they can be compared and added; all else is
 * the text that PostgreSQL reads.
 */
export type Value = number | string | null;

/** What autofill can do with the values of a type. */
export type ValueType = NumberType | TextType | ChoiceType | ArrayType | JsonType | BytesType | RawType;

/** Values with an order and a distance. */
export interface NumberType {
    readonly kind: "number";
    /** What a number stands for. Times are in milliseconds since 1970, clocks since midnight, intervals are long. */
    readonly flavour: "integer" | "decimal" | "date" | "time" | "clock" | "interval";
    /** Distance of neighbours. */
    readonly step: number;
    readonly least: number;
    readonly most: number;
    /** As PostgreSQL reads it. */
    render(value: number): string;
}

export interface TextType {
    readonly kind: "text";
    /** Characters; infinite where the type sets no limit. */
    readonly maxLength: number;
    /** Whether every value is filled up to the limit. */
    readonly isFixed: boolean;
}

/** One of few values: an enumeration, or a truth value. */
export interface ChoiceType {
    readonly kind: "choice";
    readonly values: readonly string[];
}

export interface ArrayType {
    readonly kind: "array";
    readonly element: ValueType;
}

export interface JsonType {
    readonly kind: "json";
}

/** Bytes, or bits: their text is made of digits. */
export interface BytesType {
    readonly kind: "bytes";
    readonly isBits: boolean;
    readonly minLength: number;
    readonly maxLength: number;
}

/** Values that are only ever made, never compared. */
export interface RawType {
    readonly kind: "raw";
    readonly name: string;
    /** Whether the value differs for every word that the draws begin with. */
    readonly isDistinct: boolean;
    /** What the bounds are, of a range. */
    readonly bound?: NumberType;
    make(draws: Draws): string;
}

/** A row of types.sql. */
export interface CatalogType {
    readonly id: string;
    readonly name: string;
    /** As in `pg_type.typtype`. */
    readonly kind: string;
    readonly elementId: string | null;
    readonly baseId: string | null;
    readonly baseText: string | null;
    readonly isRequired: boolean;
    readonly labels: readonly string[];
    readonly subtypeId: string | null;
    readonly fields: readonly { readonly id: string; readonly text: string }[] | null;
    readonly checks: readonly { readonly name: string; readonly expression: string }[] | null;
}

/** A type as a column has it, domains taken apart. */
export interface ResolvedType {
    readonly type: ValueType | undefined;
    /** Whether a domain forbids null. */
    readonly isRequired: boolean;
    /** Of the domains; they speak of the value as `VALUE`. */
    readonly checks: readonly { readonly name: string; readonly expression: string }[];
}

/**
 * What a column's type comes to.
 *
 * @param text the type with its modifiers: `numeric(10,2)`
 */
export function resolveType(types: ReadonlyMap<string, CatalogType>, id: string, text: string): ResolvedType {
    const found = types.get(id);
    if (found === undefined) return { type: undefined, isRequired: false, checks: [] };
    if (found.baseId !== null) {
        const base = resolveType(types, found.baseId, found.baseText ?? "");
        return {
            ...base,
            isRequired: found.isRequired || base.isRequired,
            checks: [...(found.checks ?? []), ...base.checks],
        };
    }
    return { type: valueType(types, found, text), isRequired: false, checks: [] };
}

function valueType(types: ReadonlyMap<string, CatalogType>, found: CatalogType, text: string): ValueType | undefined {
    const of = (id: string | null, itsText: string): ValueType | undefined =>
        id === null ? undefined : resolveType(types, id, itsText).type;
    if (found.kind === "e") return { kind: "choice", values: found.labels };
    if (found.elementId !== null) {
        const element = of(found.elementId, text.replace(/\[\]$/, ""));
        return element && { kind: "array", element };
    }
    if (found.kind === "r" || found.kind === "m") {
        const bound = of(found.subtypeId, "");
        return bound?.kind === "number" ? rangeOf(found.name, bound, found.kind === "m") : undefined;
    }
    if (found.kind === "c") {
        const fields = (found.fields ?? []).map((field) => of(field.id, field.text));
        if (fields.includes(undefined)) return undefined;
        return raw(found.name, (draws) => compositeText(fields as ValueType[], draws));
    }
    const [length, scale] = /\((\d+)(?:,(-?\d+))?\)/.exec(text)?.slice(1).map(Number) ?? [];
    return scalar(found.name, length, Number.isNaN(scale) ? undefined : scale);
}

/** Whole numbers that JavaScript holds exactly. */
const safe = Number.MAX_SAFE_INTEGER;

/** The first and the last instant that are written with a year of four digits. */
const firstTime = Date.UTC(1, 0, 1) - 1900 * 365.2425 * dayMs;
const lastTime = Date.UTC(9998, 11, 31);

const whole = { kind: "number", flavour: "integer", step: 1, render: String } as const;

function scalar(name: string, length: number | undefined, scale: number | undefined): ValueType | undefined {
    switch (name) {
        case "int2":
            return { ...whole, least: -32_768, most: 32_767 };
        case "int4":
            return { ...whole, least: -(2 ** 31), most: 2 ** 31 - 1 };
        case "int8":
            return { ...whole, least: -safe, most: safe };
        case "oid":
            return { ...whole, least: 0, most: 2 ** 32 - 1 };
        case "numeric":
            return numericType(length, scale);
        case "float4":
        case "float8":
            return { kind: "number", flavour: "decimal", step: 0.01, least: -1e15, most: 1e15, render: String };
        case "money":
            return decimal(2, 1e15);
        case "date":
            return {
                ...timeType(dayMs),
                flavour: "date",
                render: (value) => new Date(value).toISOString().slice(0, 10),
            };
        case "timestamp":
        case "timestamptz":
            return {
                ...timeType((length ?? 3) < 3 ? 1000 : 1),
                render: (value) => {
                    const text = new Date(value).toISOString();
                    return `${text.slice(0, 10)} ${text.slice(11, 23)}+00`;
                },
            };
        case "time":
        case "timetz":
            return {
                kind: "number",
                flavour: "clock",
                step: 1000,
                least: 0,
                most: dayMs - 1000,
                render: (value) => new Date(value).toISOString().slice(11, 19),
            };
        case "interval":
            return {
                kind: "number",
                flavour: "interval",
                step: 1000,
                least: -100 * 365 * dayMs,
                most: 100 * 365 * dayMs,
                render: (value) => `${value / 1000} seconds`,
            };
        case "bool":
            return { kind: "choice", values: ["true", "false"] };
        case "text":
        case "citext":
            return { kind: "text", maxLength: Infinity, isFixed: false };
        case "varchar":
            return { kind: "text", maxLength: length ?? Infinity, isFixed: false };
        case "bpchar":
            return { kind: "text", maxLength: length ?? Infinity, isFixed: length !== undefined };
        case "name":
            return { kind: "text", maxLength: 63, isFixed: false };
        case "char":
            return { kind: "text", maxLength: 1, isFixed: true };
        case "json":
        case "jsonb":
            return { kind: "json" };
        case "bytea":
            return { kind: "bytes", isBits: false, minLength: 0, maxLength: Infinity };
        case "bit":
            return { kind: "bytes", isBits: true, minLength: length ?? 1, maxLength: length ?? 1 };
        case "varbit":
            return { kind: "bytes", isBits: true, minLength: 0, maxLength: length ?? Infinity };
        default: {
            const make = textOfRaw.get(name);
            return make && raw(name, make, name === "uuid");
        }
    }
}

function numericType(precision = 20, scale = precision === 20 ? 2 : 0): NumberType {
    // Beyond fifteen digits JavaScript's numbers are not exact; nobody needs amounts as large to look plausible.
    const digits = Math.min(precision - scale, 15 - Math.max(scale, 0));
    return decimal(Math.min(Math.max(scale, 0), 10), 10 ** Math.max(digits, 0));
}

/** @param limit the least power of ten that is too large */
function decimal(scale: number, limit: number): NumberType {
    const step = 10 ** -scale;
    return {
        kind: "number",
        flavour: scale === 0 ? "integer" : "decimal",
        step,
        least: step - limit,
        most: limit - step,
        render: (value) => value.toFixed(scale),
    };
}

function timeType(step: number): Omit<NumberType, "render"> {
    return { kind: "number", flavour: "time", step, least: firstTime, most: lastTime };
}

function raw(name: string, make: (draws: Draws) => string, isDistinct = false): RawType {
    return { kind: "raw", name, isDistinct, make };
}

/** Where ranges of a flavour begin, and how long they are at most. */
const rangeSpans = {
    integer: { from: 0, over: 10_000, length: 100 },
    decimal: { from: 0, over: 10_000, length: 100 },
    date: { from: Date.UTC(2023, 0, 1), over: 730 * dayMs, length: 30 * dayMs },
    time: { from: Date.UTC(2023, 0, 1), over: 730 * dayMs, length: 3 * dayMs },
    clock: { from: 0, over: dayMs / 2, length: dayMs / 4 },
    interval: { from: 0, over: dayMs, length: dayMs },
} as const;

function rangeOf(name: string, bound: NumberType, isMulti: boolean): RawType {
    const { from, over, length } = rangeSpans[bound.flavour];
    const onStep = (value: number): number => Math.floor(value / bound.step) * bound.step;
    const make = (draws: Draws): string => {
        const low = onStep(from + draws.fraction() * over);
        const high = low + bound.step + onStep(draws.fraction() * length);
        const text = rangeText(bound, low, high);
        return isMulti ? `{${text}}` : text;
    };
    return isMulti ? raw(name, make) : { ...raw(name, make), bound };
}

/** A range that holds its lower bound and not its upper one. */
export function rangeText(bound: NumberType, low: number, high: number): string {
    return `["${bound.render(low)}","${bound.render(high)}")`;
}

function compositeText(fields: readonly ValueType[], draws: Draws): string {
    return `(${fields.map((field) => `"${anyText(field, draws).replace(/(["\\])/g, "\\$1")}"`).join(",")})`;
}

/** Some value of a type, as text: what stands inside of others is bound by no check. */
export function anyText(type: ValueType, draws: Draws): string {
    switch (type.kind) {
        case "number": {
            const { from, over } = rangeSpans[type.flavour];
            const value = Math.floor((from + draws.fraction() * over) / type.step) * type.step;
            return type.render(Math.min(Math.max(value, type.least), type.most));
        }
        case "text":
            return wordOf(draws).slice(0, type.maxLength);
        case "choice":
            return type.values[draws.below(type.values.length)] ?? "";
        case "array":
            return arrayText([anyText(type.element, draws)]);
        case "json":
            return `{"${wordOf(draws)}": ${draws.below(100)}}`;
        case "bytes":
            return bytesText(type, draws, type.isBits ? Math.max(type.minLength, 1) : 8);
        case "raw":
            return type.make(draws);
    }
}

function wordOf(draws: Draws): string {
    return (textOfRaw.get("ltree") as (draws: Draws) => string)(draws).replace(/\..*/, "");
}

/** An array of values that are texts already. */
export function arrayText(elements: readonly string[]): string {
    return `{${elements.map((element) => `"${element.replace(/(["\\])/g, "\\$1")}"`).join(",")}}`;
}

/** So many random bytes in hexadecimal, or bits. */
export function bytesText({ isBits }: BytesType, draws: Draws, length: number): string {
    let text = "";
    const [radix, digits] = isBits ? [2, length] : [16, length * 2];
    while (text.length < digits)
        text += draws
            .word()
            .toString(radix)
            .padStart(isBits ? 32 : 8, "0");
    return (isBits ? "" : "\\x") + text.slice(0, digits);
}
