import { Stream } from "../data/random.ts";
import { canForesee, foreseenKeys } from "./key-source.ts";
import type { KeySource } from "./key-source.ts";
import { heights, isRequired } from "./load-order.ts";
import { PolymorphicReference } from "./polymorphic-reference.ts";
import { Reference } from "./reference.ts";
import { rowsOf, uniqueReference } from "./row-counts.ts";
import { shownTable, tableId } from "./schema.ts";
import type { ForeignKey, Link, Table } from "./schema.ts";
import type { TablePlan } from "./table-plan.ts";

/** The keys of a table without rows. */
const none: KeySource = { count: 0, value: () => null };

/** What the polymorphic keys of a table refer to. */
export function linksWithoutKey({ polymorphicKeys }: TablePlan): Link[] {
    return polymorphicKeys.flatMap(({ targets }) => [...targets.values()]);
}

/** What is known, while tables are filled one after the other, of the rows that others may refer to. */
export class Targets {
    readonly #plans: ReadonlyMap<string, TablePlan>;
    readonly #heights: ReadonlyMap<string, number>;
    readonly #rows: number;
    readonly #sources = new Map<string, KeySource>();
    /** Tables without rows because something is wrong with them or with what they refer to. */
    readonly #failed = new Set<string>();

    /** @param rows asked for of tables that nothing refers to */
    constructor(order: readonly Table[], plans: ReadonlyMap<string, TablePlan>, rows: number) {
        this.#plans = plans;
        this.#heights = heights(order);
        this.#rows = rows;
    }

    has(table: Table): boolean {
        return this.#sources.has(tableId(table));
    }

    add(table: Table, source: KeySource): void {
        this.#sources.set(tableId(table), source);
    }

    fail(table: Table): void {
        this.#failed.add(tableId(table));
    }

    /** How many rows a table is to have. */
    rowsOf(plan: TablePlan): number {
        return rowsOf(plan, this.#heights.get(tableId(plan.table)) ?? 0, this.#rows, this.#sources);
    }

    /** Whether each row of a table would need one of a table that has failed. */
    isOrphan({ table, polymorphicKeys }: TablePlan): boolean {
        const lacks = ({ target }: Link): boolean => this.#failed.has(target);
        return (
            table.foreignKeys.some((key) => lacks(key) && isRequired(table, key)) ||
            polymorphicKeys.some(
                ({ kindColumn, idColumn, targets }) =>
                    targets.size > 0 &&
                    [...targets.values()].every(lacks) &&
                    isRequired(table, { columns: [kindColumn, idColumn] }),
            )
        );
    }

    /** Columns of a table that others refer to. */
    storedColumns(table: Table): string[] {
        const id = tableId(table);
        const links = [...this.#plans.values()]
            .flatMap((plan): readonly Link[] => [...plan.table.foreignKeys, ...linksWithoutKey(plan)])
            .filter(({ target }) => target === id);
        return [...new Set(links.flatMap(({ targetColumns }) => targetColumns))];
    }

    /** Whether foreign keys of other tables refer to this one. */
    isReferredTo(table: Table): boolean {
        const id = tableId(table);
        return [...this.#plans].some(
            ([other, plan]) => other !== id && plan.table.foreignKeys.some(({ target }) => target === id),
        );
    }

    /** @param own the rows of the table itself */
    references(plan: TablePlan, own: KeySource): Reference<ForeignKey>[] {
        const id = tableId(plan.table);
        return plan.table.foreignKeys.map((key) =>
            key.target === id
                ? new Reference(key, own, true, uniqueReference(plan, key))
                : new Reference(key, this.#sourceOf(key), false, uniqueReference(plan, key)),
        );
    }

    /** @param own the rows of the table itself */
    polymorphicReferences(plan: TablePlan, own: KeySource, seed: number): PolymorphicReference[] {
        const { table, columns, polymorphicKeys } = plan;
        const name = tableId(table);
        return polymorphicKeys.flatMap((key) => {
            const id = columns.find((column) => column.name === key.idColumn);
            if (id === undefined || key.targets.size === 0) return [];
            const kinds = [...key.targets].map(([kind, link]): [string, Reference] => {
                const isOwn = link.target === name;
                return [
                    kind,
                    new Reference(link, isOwn ? own : (this.#sources.get(link.target) ?? none), isOwn, false),
                ];
            });
            const stream = new Stream(seed, `${shownTable(table)}.${key.idColumn} of ${key.kindColumn}`);
            return [new PolymorphicReference(key, new Map(kinds), id, table.triggers.length === 0, stream)];
        });
    }

    /** The rows that a foreign key refers to: those that there are, or those that there will be. */
    #sourceOf({ target, targetColumns }: Link): KeySource {
        const source = this.#sources.get(target);
        if (source !== undefined) return source;
        const plan = this.#plans.get(target);
        if (this.#failed.has(target) || !canForesee(plan, targetColumns)) return none;
        return foreseenKeys(plan, this.rowsOf(plan));
    }
}
