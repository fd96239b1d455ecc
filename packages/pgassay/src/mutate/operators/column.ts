import { alterTable, mutatedPart, plain } from "../names.ts";
import type { Mutated } from "../operator.ts";
import { eachOf } from "../schema.ts";
import type { Column, Schema, Table } from "../schema.ts";

/** A column that one of the operators breaks. */
export interface ColumnOf {
    readonly table: Table;
    readonly column: Column;
}

/** The columns of tables for which something holds. */
export function columnsWhere(schema: Schema, holds: (column: Column, table: Table) => boolean): ColumnOf[] {
    return eachOf(schema, ({ columns }) => columns)
        .filter(({ table, member }) => holds(member, table))
        .map(({ table, member }) => ({ table, column: member }));
}

/** What all mutants of a column have in common. */
export function mutatedColumn(schema: Schema, { table, column }: ColumnOf): Mutated {
    return mutatedPart(schema, "column", { table, member: column });
}

/** The statement that changes a column. */
export function alterColumn({ table, column }: ColumnOf, action: string): string {
    return alterTable(table, `alter column ${plain(column.name)} ${action}`);
}
