import { tableId } from "./schema.ts";
import type { Link, Table } from "./schema.ts";

/** What a table refers to, by foreign keys or without. */
type LinksOf = (table: Table) => readonly Link[];

/**
 * The order in which tables are filled: what is referred to first. Of tables that refer to each other in a circle,
 * one is filled before what it refers to; the key that closes the circle may be left null best.
 *
 * @param likely what a table refers to without a foreign key; of a circle these are given up first
 * @param isForeseeable whether the keys that a link refers to are known before there are rows
 */
export function loadOrder(tables: readonly Table[], likely: LinksOf, isForeseeable: (link: Link) => boolean): Table[] {
    const targets = new Set(tables.flatMap(({ foreignKeys }) => foreignKeys.map(({ target }) => target)));
    const isAlone = (table: Table): boolean => table.foreignKeys.length === 0 && !targets.has(tableId(table));
    // An audit trail stands alone, and is filled by the triggers of the others: these come first.
    const sorted = tables.toSorted((a, b) => Number(isAlone(a)) - Number(isAlone(b)));
    const waiting = new Map(sorted.map((table) => [tableId(table), table]));
    const order: Table[] = [];
    const all: LinksOf = (table) => [...table.foreignKeys, ...likely(table)];
    const declared: LinksOf = ({ foreignKeys }) => foreignKeys;
    const required: LinksOf = (table) => table.foreignKeys.filter((key) => isRequired(table, key));
    const unforeseeable: LinksOf = (table) => required(table).filter((key) => !isForeseeable(key));
    /** The first of some tables that waits for no other. */
    const free = (among: ReadonlyMap<string, Table>, links: LinksOf): Table | undefined =>
        [...among].find(([id, table]) => !links(table).some(({ target }) => target !== id && waiting.has(target)))?.[1];
    while (waiting.size > 0) {
        let next = free(waiting, all);
        if (next === undefined) {
            const circle = innermost(waiting, all);
            next =
                free(circle, declared) ??
                free(circle, required) ??
                free(circle, unforeseeable) ??
                [...circle.values()][0];
        }
        if (next === undefined) break;
        waiting.delete(tableId(next));
        order.push(next);
    }
    return order;
}

/** Tables of circles from which no link leads out but back into the circle. */
function innermost(waiting: ReadonlyMap<string, Table>, links: LinksOf): ReadonlyMap<string, Table> {
    const reached = new Map([...waiting.keys()].map((id) => [id, reach(id, waiting, links)]));
    return new Map(
        [...waiting].filter(([id]) => [...(reached.get(id) ?? [])].every((other) => reached.get(other)?.has(id))),
    );
}

/** The waiting tables that links lead to from one. */
function reach(from: string, waiting: ReadonlyMap<string, Table>, links: LinksOf): Set<string> {
    const found = new Set<string>();
    const open = [from];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
        const table = waiting.get(id);
        for (const { target } of table ? links(table) : []) {
            if (!waiting.has(target) || found.has(target)) continue;
            found.add(target);
            open.push(target);
        }
    }
    return found;
}

/** Whether every row needs a target: with `match simple` one null column is enough to have none. */
export function isRequired(table: Table, key: Pick<Link, "columns">): boolean {
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
