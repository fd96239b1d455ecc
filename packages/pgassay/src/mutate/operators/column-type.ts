import type { Operator } from "../operator.ts";
import type { Column } from "../schema.ts";
import { alterColumn, columnsWhere, mutatedColumn } from "./column.ts";

/** A type that accepts a little more than the column's does, or rounds another way; by how it differs. */
function typeOperator(name: string, does: string, otherType: (column: Column) => string | undefined): Operator {
    return {
        name,
        class: "column-type",
        does,
        derive: (schema) =>
            // What a generated column is made of is mutated by its expression.
            columnsWhere(schema, ({ generated }) => generated === null).flatMap((of) => {
                const type = otherType(of.column);
                if (type === undefined) return [];
                return [
                    {
                        ...mutatedColumn(schema, of),
                        description: `${of.table.name}.${of.column.name} is ${type}, not ${of.column.type}`,
                        sql: [alterColumn(of, `type ${type}`)],
                    },
                ];
            }),
    };
}

const numeric = /^numeric\((\d+),(-?\d+)\)$/;

export const columnTypeOperators: readonly Operator[] = [
    typeOperator("type-length", "lets a text of limited length be one character longer", ({ type }) => {
        const [, name, length] = /^(character varying|character|bit varying|bit)\((\d+)\)$/.exec(type) ?? [];
        return name === undefined ? undefined : `${name}(${Number(length) + 1})`;
    }),
    typeOperator("type-range", "lets a number be larger: an integer of the next size, a digit more", ({ type }) => {
        if (type === "smallint") return "integer";
        if (type === "integer") return "bigint";
        const [, precision, scale] = numeric.exec(type) ?? [];
        return precision === undefined ? undefined : `numeric(${Number(precision) + 1},${scale})`;
    }),
    typeOperator("type-scale", "keeps one decimal more", ({ type }) => {
        const [, precision, scale] = numeric.exec(type) ?? [];
        return precision === undefined ? undefined : `numeric(${Number(precision) + 1},${Number(scale) + 1})`;
    }),
    typeOperator("type-zone", "forgets the time zone of a time, or puts one in", ({ type }) => {
        const [, base, precision = "", zone] = /^(timestamp|time)(\(\d\))? (with|without) time zone$/.exec(type) ?? [];
        if (base === undefined) return undefined;
        return `${base}${precision} ${zone === "with" ? "without" : "with"} time zone`;
    }),
];
