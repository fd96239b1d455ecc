import type { KeySource } from "./key-source.ts";
import type { KeyPlan } from "./key-plan.ts";
import { choicesLeft, highest, lowest } from "./restriction.ts";
import { tableId } from "./schema.ts";
import type { ForeignKey, Table } from "./schema.ts";
import type { TablePlan } from "./table-plan.ts";

/** How many rows of a table each row of one above it has, on average. */
const childrenOfEach = 4;

/** Tables do not become smaller than this on account of what is below them. */
const fewest = 20;

/** Share of all combinations that a key is filled with: beyond, a free one is hard to find by chance. */
const fullest = 0.5;

/**
 * How many rows a table gets: what was asked for if nothing refers to it, and a quarter for each step of foreign keys
 * below it; no more than its unique keys have values for.
 *
 * @param rows asked for
 * @param sources the tables that are filled already
 */
export function rowsOf(
    plan: TablePlan,
    height: number,
    rows: number,
    sources: ReadonlyMap<string, Pick<KeySource, "count">>,
): number {
    const wanted = Math.max(Math.min(rows, fewest), Math.round(rows / childrenOfEach ** height));
    return Math.floor(Math.min(wanted, ...plan.keys.map((key) => capacityOf(plan, key, sources))));
}

/** The foreign key that alone decides a unique key, so that each of its targets has one row at most. */
export function uniqueReference(plan: TablePlan, key: ForeignKey): boolean {
    return plan.keys.some(
        ({ parts, carrier, predicate }) =>
            carrier === undefined &&
            predicate === undefined &&
            parts.every((part) => part?.kind === "column" && key.columns.includes(part.name)),
    );
}

function capacityOf(plan: TablePlan, key: KeyPlan, sources: ReadonlyMap<string, Pick<KeySource, "count">>): number {
    const { table } = plan;
    if (key.predicate !== undefined || key.parts.includes(undefined)) return Infinity;
    if (key.ofRow) return key.capacity;
    const own = tableId(table);
    const group = new Set(key.group);
    let combinations = key.carrier === undefined ? 1 : key.capacity;
    for (const reference of table.foreignKeys) {
        const { columns, target } = reference;
        if (!columns.some((column) => group.has(column))) continue;
        if (columns.every((column) => isNullable(table, column))) return Infinity;
        if (target === own) return Infinity;
        // Of tables in a circle one is filled first, when nobody knows yet how many rows the others can have.
        const { count } = sources.get(target) ?? { count: Infinity };
        for (const column of columns) group.delete(column);
        if (uniqueReference(plan, reference)) return count;
        combinations *= count;
    }
    for (const column of group) combinations *= valuesOf(plan, column);
    return key.carrier !== undefined || (key.group.length === 1 && group.size === 1)
        ? combinations
        : combinations * fullest;
}

function isNullable(table: Table, name: string): boolean {
    return table.columns.find((column) => column.name === name)?.isRequired === false;
}

/** How many values a column has, as far as its type and its checks limit them. */
function valuesOf(plan: TablePlan, name: string): number {
    const column = plan.columns.find((other) => other.name === name);
    if (column === undefined || !column.isRequired) return Infinity;
    const { type } = column;
    const set = plan.worlds.find(({ worlds }) => worlds.some(({ restrictions }) => restrictions.has(name)));
    const restrictions = set?.worlds.map((world) => world.restrictions.get(name) ?? {}) ?? [{}];
    const choices = restrictions.map((restriction) => choicesLeft(type, restriction));
    if (!choices.includes(undefined)) return new Set(choices.flat()).size;
    if (type.kind === "text" && type.maxLength < 3) return 26 ** type.maxLength / 4;
    if (type.kind !== "number") return Infinity;
    const low = Math.min(...restrictions.map((restriction) => lowest(type, restriction)));
    const high = Math.max(...restrictions.map((restriction) => highest(type, restriction)));
    return Math.floor((high - low) / type.step) + 1;
}
