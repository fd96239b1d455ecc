import type { Operator } from "../operator.ts";
import { alterColumn, columnsWhere, mutatedColumn } from "./column.ts";

/** What a column computes by itself: generated expressions and identities. */
export const computedColumnOperators: readonly Operator[] = [
    {
        name: "generated-drop",
        class: "generated",
        does: "makes a plain column of a stored generated one",
        derive: (schema) =>
            columnsWhere(schema, ({ generated }) => generated === "stored").map((of) => ({
                ...mutatedColumn(schema, of),
                description: `${of.table.name}.${of.column.name} is not generated`,
                sql: [alterColumn(of, "drop expression")],
            })),
    },
    {
        name: "generated-null",
        class: "generated",
        does: "generates null in place of the value",
        derive: (schema) =>
            columnsWhere(schema, ({ generated }) => generated !== null).map((of) => ({
                ...mutatedColumn(schema, of),
                description: `${of.table.name}.${of.column.name} is generated as null`,
                sql: [alterColumn(of, "set expression as (null)")],
            })),
    },
    {
        name: "identity-kind",
        class: "identity",
        does: "lets an insert set an identity column that is always generated, or refuses it where it may",
        derive: (schema) =>
            columnsWhere(schema, ({ identity }) => identity !== null).map((of) => {
                const other = of.column.identity === "always" ? "by default" : "always";
                return {
                    ...mutatedColumn(schema, of),
                    description: `${of.table.name}.${of.column.name} is generated ${other}`,
                    sql: [alterColumn(of, `set generated ${other}`)],
                };
            }),
    },
    {
        name: "identity-drop",
        class: "identity",
        does: "makes a plain column of an identity column",
        derive: (schema) =>
            columnsWhere(schema, ({ identity }) => identity !== null).map((of) => ({
                ...mutatedColumn(schema, of),
                description: `${of.table.name}.${of.column.name} gets no number by itself`,
                sql: [alterColumn(of, "drop identity")],
            })),
    },
];
