import { Stream } from "../data/random.ts";
import type { Condition, Operand } from "./condition.ts";
import { columnsOfOperand } from "./condition.ts";
import { changedBy, fitText } from "./make-value.ts";
import { numberContent } from "./number-content.ts";
import { parseCondition, parseOperand } from "./parse-condition.ts";
import type { Restriction } from "./restriction.ts";
import { highest, lowest } from "./restriction.ts";
import { namesOf, shownTable } from "./schema.ts";
import type { Column, Key, Table } from "./schema.ts";
import { textContent } from "./text-content.ts";
import type { Value } from "./value-type.ts";

/** How the rows of a table come to differ in a unique key. */
export interface KeyPlan {
    readonly name: string;
    /** What must differ; a part that is not understood is undefined, and the key is left to PostgreSQL. */
    readonly parts: readonly (Operand | undefined)[];
    readonly predicate: Condition | undefined;
    readonly nullsEqual: boolean;
    /** The column that makes rows differ; undefined where only combinations do, which are then looked for. */
    readonly carrier: string | undefined;
    /** The value of the carrier, if it follows from the number of the row and is different for each. */
    readonly ofRow: ((row: number) => Value) | undefined;
    /** The value of the carrier in the n-th row of those that agree in the other columns, counted from 0. */
    readonly ofPlace: ((place: number, restriction: Restriction) => Value | undefined) | undefined;
    /** The other columns of the key. */
    readonly group: readonly string[];
    /** How many different values the carrier has. */
    readonly capacity: number;
}

/**
 * Finds for each unique key of a table what makes the rows differ.
 *
 * @param referring columns whose values are those of other rows
 */
export function carriersOf(
    table: Table,
    referring: ReadonlySet<string>,
    restrictions: ReadonlyMap<string, Restriction>,
    seed: number,
): KeyPlan[] {
    const plans: KeyPlan[] = [];
    for (const key of table.keys) plans.push(keyPlan(table, key, referring, restrictions, plans, seed));
    return plans;
}

function keyPlan(
    table: Table,
    key: Key,
    referring: ReadonlySet<string>,
    restrictions: ReadonlyMap<string, Restriction>,
    earlier: readonly KeyPlan[],
    seed: number,
): KeyPlan {
    const names = namesOf(table);
    const parts = key.parts.map(({ column, expression }): Operand | undefined =>
        column === null ? parseOperand(expression, names) : { kind: "column", name: column },
    );
    const columnNames = [...new Set(parts.flatMap((part) => (part ? columnsOfOperand(part) : [])))];
    const free = table.columns.filter(
        ({ name, isGenerated }) => columnNames.includes(name) && !referring.has(name) && !isGenerated,
    );
    const plan = {
        name: key.name,
        parts,
        predicate: key.predicate === null ? undefined : parseCondition(key.predicate, names),
        nullsEqual: key.nullsEqual,
    };
    const known = earlier.find(({ carrier, ofRow }) => ofRow && free.some(({ name }) => name === carrier));
    if (known) return { ...known, ...plan, group: columnNames.filter((name) => name !== known.carrier) };
    const candidates = free
        .map((column) => candidate(table, column, restrictions.get(column.name) ?? {}, columnNames.length === 1, seed))
        .filter((found) => found !== undefined)
        .toSorted((a, b) => a.rank - b.rank);
    const [best] = candidates;
    const group = columnNames.filter((name) => name !== best?.carrier);
    return best
        ? { ...plan, ...best, group }
        : { ...plan, carrier: undefined, ofRow: undefined, ofPlace: undefined, group: columnNames, capacity: Infinity };
}

/** Of so few values none is left out; of more, the first is 1, as people count. */
const fewValues = 1000;

interface Candidate extends Pick<KeyPlan, "carrier" | "ofRow" | "ofPlace" | "capacity"> {
    /** The lower, the better it suits. */
    readonly rank: number;
}

/** How a column could make rows differ; undefined if it has too few values or they are bound to a form. */
function candidate(
    table: Table,
    column: Column,
    restriction: Restriction,
    isAlone: boolean,
    seed: number,
): Candidate | undefined {
    const { type, name } = column;
    const carrier = name;
    if (type === undefined || restriction.allowed || (restriction.patterns?.length ?? 0) > 0) return undefined;
    const isIdentity = column.sequence !== null || /(^|_)id$/.test(name);
    switch (type.kind) {
        case "raw": {
            if (!type.isDistinct) return undefined;
            const stream = new Stream(seed, `${shownTable(table)}.${name}`);
            return {
                carrier,
                ofRow: (row) => type.make(stream.draws(row)),
                ofPlace: undefined,
                capacity: 2 ** 32,
                rank: 0,
            };
        }
        case "number": {
            const low = lowest(type, restriction);
            const high = highest(type, restriction);
            const isTime = type.flavour === "date" || type.flavour === "time";
            const content = numberContent(name, type);
            const step = isTime ? Math.max(type.step, type.flavour === "date" ? type.step : 60_000) : type.step;
            const start = isTime
                ? Math.max(low, content.least)
                : high - low < fewValues * step
                  ? low
                  : Math.max(low, type.step);
            const from = (least: number, n: number): number =>
                type.step < 1 ? Number((least + n * step).toFixed(10)) : least + n * step;
            const capacity = Math.floor((high - start) / step) + 1;
            if (isAlone || isIdentity)
                return { carrier, ofRow: (row) => from(start, row), ofPlace: undefined, capacity, rank: 1 };
            // A world may begin later, as a partition does.
            const ofPlace = (
                place: number,
                { least = -Infinity, most = Infinity }: Restriction,
            ): number | undefined => {
                const value = from(Math.max(start, least), place);
                return value <= Math.min(high, most) ? value : undefined;
            };
            return { carrier, ofRow: undefined, ofPlace, capacity, rank: 2 };
        }
        case "text": {
            if (Math.min(type.maxLength, restriction.maxLength ?? Infinity) < 3) return undefined;
            const content = textContent(name, column.comment);
            const stream = new Stream(seed, `${shownTable(table)}.${name}`);
            const ofRow = (row: number): string => {
                const text = changedBy(content.make(stream.draws(row)), restriction.unchangedBy);
                const long = changedBy(content.number(text, row + 1), restriction.unchangedBy);
                const fitted = fitText(long, type, restriction);
                return fitted === long ? long : shortened(row + 1, type.maxLength, restriction, text);
            };
            return { carrier, ofRow, ofPlace: undefined, capacity: 2 ** 32, rank: 3 };
        }
        case "choice":
        case "array":
        case "json":
        case "bytes":
            return undefined;
    }
}

/** A text that ends in a number, no longer than it may be; letters stand for digits where there is little room. */
function shortened(number: number, typeLength: number, restriction: Restriction, text: string): string {
    const length = Math.min(typeLength, restriction.maxLength ?? Infinity, Math.max(text.length, 12));
    const least = Math.max(restriction.minLength ?? 0, 0);
    const digits = number.toString(36).padStart(Math.min(length, Math.max(4, least)), "0");
    const room = Math.max(0, length - digits.length - 1);
    const shaped = changedBy(room > 3 ? `${text.slice(0, room).trimEnd()}-${digits}` : digits, restriction.unchangedBy);
    return shaped.padEnd(least, "0").slice(-Math.max(length, 1));
}
