import { tableId } from "./schema.ts";
import type { ForeignKey, Table } from "./schema.ts";

/**
 * The order in which tables are filled: what is referred to first. Of tables that refer to each other in a circle,
 * one is filled before what it refers to; the key that closes the circle may be left null best.
 */
export function loadOrder(tables: readonly Table[]): Table[] {
    const targets = new Set(tables.flatMap(({ foreignKeys }) => foreignKeys.map(({ target }) => target)));
    const isAlone = (table: Table): boolean => table.foreignKeys.length === 0 && !targets.has(tableId(table));
    // An audit trail stands alone, and is filled by the triggers of the others: these come first.
    const sorted = tables.toSorted((a, b) => Number(isAlone(a)) - Number(isAlone(b)));
    const waiting = new Map(sorted.map((table) => [tableId(table), table]));
    const order: Table[] = [];
    while (waiting.size > 0) {
        const next =
            first(waiting, (key) => waiting.has(key.target)) ??
            first(innermost(waiting), (key, table) => waiting.has(key.target) && isRequired(table, key)) ??
            [...innermost(waiting)][0];
        if (next === undefined) break;
        waiting.delete(next[0]);
        order.push(next[1]);
    }
    return order;
}

/** Tables of circles from which no key leads out but back into the circle. */
function innermost(waiting: ReadonlyMap<string, Table>): ReadonlyMap<string, Table> {
    const reached = new Map([...waiting.keys()].map((id) => [id, reach(id, waiting)]));
    return new Map(
        [...waiting].filter(([id]) => [...(reached.get(id) ?? [])].every((other) => reached.get(other)?.has(id))),
    );
}

/** The waiting tables that foreign keys lead to from one. */
function reach(from: string, waiting: ReadonlyMap<string, Table>): Set<string> {
    const found = new Set<string>();
    const open = [from];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
        for (const { target } of waiting.get(id)?.foreignKeys ?? []) {
            if (!waiting.has(target) || found.has(target)) continue;
            found.add(target);
            open.push(target);
        }
    }
    return found;
}

/** The first table of which no foreign key but those to itself is in the way. */
function first(
    waiting: ReadonlyMap<string, Table>,
    isInTheWay: (key: ForeignKey, table: Table) => boolean,
): [string, Table] | undefined {
    return [...waiting].find(
        ([id, table]) => !table.foreignKeys.some((key) => key.target !== id && isInTheWay(key, table)),
    );
}

/** Whether every row needs a target: with `match simple` one null column is enough to have none. */
export function isRequired(table: Table, key: ForeignKey): boolean {
    return key.columns.every((name) => table.columns.find((column) => column.name === name)?.isRequired);
}

/**
 * How many steps of foreign keys lead to each table from the one farthest below it; 0 for tables that nothing refers
 * to. Keys that close a circle do not count.
 */
export function heights(order: readonly Table[]): Map<string, number> {
    const found = new Map(order.map((table) => [tableId(table), 0]));
    const place = new Map(order.map((table, i) => [tableId(table), i]));
    for (const table of order.toReversed()) {
        const own = tableId(table);
        for (const { target } of table.foreignKeys) {
            if ((place.get(target) ?? Infinity) >= (place.get(own) ?? 0)) continue;
            found.set(target, Math.max(found.get(target) ?? 0, (found.get(own) ?? 0) + 1));
        }
    }
    return found;
}
