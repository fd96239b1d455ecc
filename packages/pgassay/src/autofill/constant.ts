import type { Node } from "libpg-query";
import { dayMs } from "../data/calendar.ts";
import type { Value } from "./value-type.ts";

const numericTypes: ReadonlySet<string> = new Set(["int2", "int4", "int8", "numeric", "float4", "float8", "money"]);

/**
 * A constant of the parse tree as a value, or undefined if it cannot be told.
 *
 * @param type name of the type it is cast to, if it is
 */
export function constantOf(node: Node, type: string | undefined): Value | undefined {
    if (!("A_Const" in node)) return undefined;
    const { isnull, ival, fval, sval, boolval } = node.A_Const;
    if (isnull === true) return null;
    // The parser leaves out a zero and a false.
    if (ival !== undefined) return ival.ival ?? 0;
    if (fval !== undefined) return Number(fval.fval);
    if (boolval !== undefined) return String(boolval.boolval ?? false);
    if (sval !== undefined) return typed(sval.sval ?? "", type);
    return undefined;
}

function typed(text: string, type: string | undefined): Value | undefined {
    if (type === undefined) return text;
    if (numericTypes.has(type)) return Number(text);
    switch (type) {
        case "date":
        case "timestamp":
        case "timestamptz":
            return timeOf(text);
        case "time":
            return durationOf(text);
        case "interval":
            return durationOf(text);
        case "bool":
            return /^(t|true|on|yes|1)$/i.test(text) ? "true" : "false";
        default:
            return text;
    }
}

/** Milliseconds since 1970 of a time in the form that PostgreSQL writes. */
function timeOf(text: string): number | undefined {
    if (text === "infinity") return Infinity;
    if (text === "-infinity") return -Infinity;
    const form = /^(\d{4}-\d\d-\d\d)(?: (\d\d:\d\d:\d\d(?:\.\d+)?))?([+-]\d\d)?(?::?(\d\d))?$/.exec(text);
    if (form === null) return undefined;
    const [, day, clock = "00:00:00", zone = "+00", minutes = "00"] = form;
    const ms = Date.parse(`${day}T${clock}${zone}:${minutes}`);
    return Number.isNaN(ms) ? undefined : ms;
}

/** By the first letters of what PostgreSQL writes; months and years have no fixed length, and are taken as usual ones. */
const unitsMs: readonly (readonly [RegExp, number])[] = [
    [/^y/, 365 * dayMs],
    [/^mon/, 30 * dayMs],
    [/^w/, 7 * dayMs],
    [/^d/, dayMs],
    [/^h/, dayMs / 24],
    [/^min/, 60_000],
    [/^s/, 1000],
];

/** Milliseconds of an interval, `1 year 2 days 03:00:00`, or of a time of day. */
function durationOf(text: string): number | undefined {
    let ms = 0;
    for (const [, sign, amount, unit, hours, minutes, seconds = "0"] of text.matchAll(
        /([+-]?)(?:(\d+(?:\.\d+)?) ([a-z]+)|(\d+):(\d\d)(?::(\d\d(?:\.\d+)?))?)/g,
    )) {
        const factor = sign === "-" ? -1 : 1;
        if (unit === undefined) {
            ms += factor * ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
            continue;
        }
        const known = unitsMs.find(([form]) => form.test(unit));
        if (known === undefined) return undefined;
        ms += factor * Number(amount) * known[1];
    }
    return ms;
}
