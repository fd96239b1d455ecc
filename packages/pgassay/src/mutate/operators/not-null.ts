import { ineffectiveIf } from "../operator.ts";
import type { Operator } from "../operator.ts";
import { constraintsOf } from "../schema.ts";
import { alterColumn, columnsWhere, mutatedColumn } from "./column.ts";
import type { ColumnOf } from "./column.ts";

export const notNullOperators: readonly Operator[] = [
    {
        name: "not-null-drop",
        class: "not-null",
        does: "lets a column be null that must not be",
        derive: (schema) =>
            columnsWhere(schema, ({ isNotNull }) => isNotNull).map((of) => {
                const reason = refusesNullAnyway(of);
                return {
                    ...mutatedColumn(schema, of),
                    description: `${of.table.name}.${of.column.name} may be null`,
                    sql: [alterColumn(of, "drop not null")],
                    ...ineffectiveIf(reason !== undefined, "equivalent", reason ?? ""),
                };
            }),
    },
    {
        name: "not-null-add",
        class: "not-null",
        does: "refuses null in a column that may be null",
        derive: (schema) =>
            columnsWhere(schema, ({ isNotNull }) => !isNotNull).map((of) => {
                const reason = refusesNullAnyway(of);
                return {
                    ...mutatedColumn(schema, of),
                    description: `${of.table.name}.${of.column.name} must not be null`,
                    sql: [alterColumn(of, "set not null")],
                    ...ineffectiveIf(reason !== undefined, "equivalent", reason ?? ""),
                };
            }),
    },
];

/** What else keeps null out of a column. */
function refusesNullAnyway({ table, column }: ColumnOf): string | undefined {
    if (column.identity !== null) return "an identity column is never null";
    if (column.isNotNullByDomain) return "the domain refuses null";
    const isPrimary = constraintsOf(table, "primary key").some(({ columns }) => columns.includes(column.name));
    if (isPrimary) return "a column of the primary key is never null";
    const check = constraintsOf(table, "check").find(
        ({ columns, expression, isEnforced }) =>
            isEnforced &&
            columns.length === 1 &&
            columns[0] === column.name &&
            /^\(\S+ IS NOT NULL\)$/.test(expression),
    );
    return check && `the check ${check.name} refuses null`;
}
