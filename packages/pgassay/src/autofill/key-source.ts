import type pg from "pg";
import { quoteName } from "../core/quote.ts";
import { rowsFrom } from "./schema.ts";
import type { Table } from "./schema.ts";
import type { TablePlan } from "./table-plan.ts";
import type { Value } from "./value-type.ts";

/** The rows of a table as far as others refer to them. */
export interface KeySource {
    /** How many rows there are to refer to. */
    readonly count: number;
    /** The value of a column that a foreign key refers to. */
    value(column: string, row: number): Value;
}

type ColumnsOfRow = ReadonlyMap<string, (row: number) => Value>;

/**
 * The keys of a table whose rows are made up: recomputed where they follow from the number of the row, else kept as the
 * rows are made.
 */
export class PlannedKeys implements KeySource {
    readonly #ofRow: ColumnsOfRow;
    readonly #stored: ReadonlyMap<string, Value[]>;
    #count = 0;

    /** @param columns those that foreign keys refer to */
    constructor(plan: TablePlan, columns: readonly string[]) {
        this.#ofRow = columnsOfRow(plan);
        this.#stored = new Map(columns.filter((column) => !this.#ofRow.has(column)).map((column) => [column, []]));
    }

    get count(): number {
        return this.#count;
    }

    /** Takes the next row. */
    add(row: ReadonlyMap<string, Value>): void {
        for (const [column, values] of this.#stored) values.push(row.get(column) ?? null);
        this.#count++;
    }

    value(column: string, row: number): Value {
        const ofRow = this.#ofRow.get(column);
        return ofRow ? ofRow(row) : (this.#stored.get(column)?.[row] ?? null);
    }
}

/** Whether the keys of a table are known before its rows are made. */
export function canForesee(plan: TablePlan | undefined, columns: readonly string[]): plan is TablePlan {
    if (plan === undefined || plan.table.changesRows) return false;
    const ofRow = columnsOfRow(plan);
    return columns.every((column) => ofRow.has(column));
}

/** The keys of rows that are still to come, which can be foreseen. */
export function foreseenKeys(plan: TablePlan, rows: number): KeySource {
    const ofRow = columnsOfRow(plan);
    return { count: rows, value: (column, row) => ofRow.get(column)?.(row) ?? null };
}

function columnsOfRow({ columns }: TablePlan): ColumnsOfRow {
    return new Map(columns.flatMap(({ name, ofRow }) => (ofRow ? [[name, ofRow]] : [])));
}

/** The keys of rows that are in the database already: put there by migrations, or changed by a trigger. */
export async function readKeys(client: pg.Client, table: Table, columns: readonly string[]): Promise<KeySource> {
    const list = columns.map((column) => `${quoteName(column)}::pg_catalog.text`).join(", ");
    const { rows } = await client.query<(string | null)[]>({
        text: `select ${list} from ${rowsFrom(table)} order by tableoid, ctid`,
        rowMode: "array",
    });
    const places = new Map(columns.map((column, i) => [column, i]));
    return { count: rows.length, value: (column, row) => rows[row]?.[places.get(column) ?? -1] ?? null };
}
