import { quoteLiteral } from "../../core/quote.ts";
import type { Operator } from "../operator.ts";
import type { Column } from "../schema.ts";
import { alterColumn, columnsWhere, mutatedColumn } from "./column.ts";

function hasDefault({ expression, generated }: Column): boolean {
    return expression !== null && generated === null;
}

export const columnDefaultOperators: readonly Operator[] = [
    {
        name: "default-drop",
        class: "default",
        does: "drops the default of a column",
        derive: (schema) =>
            columnsWhere(schema, hasDefault).map((of) => ({
                ...mutatedColumn(schema, of),
                description: `${of.table.name}.${of.column.name} has no default`,
                sql: [alterColumn(of, "drop default")],
            })),
    },
    {
        name: "default-change",
        class: "default",
        does: "gives a column another default of its type",
        derive: (schema) =>
            columnsWhere(schema, hasDefault).flatMap((of) => {
                const other = otherDefault(of.column);
                if (other === undefined) return [];
                return [
                    {
                        ...mutatedColumn(schema, of),
                        description: `${of.table.name}.${of.column.name} defaults to ${other}`,
                        sql: [alterColumn(of, `set default ${other}`)],
                    },
                ];
            }),
    },
];

/** One other value that a column of this type could have had by default; undefined for types that we know none of. */
function otherDefault({ baseType, category, expression, labels }: Column): string | undefined {
    const now = expression ?? "";
    const not = (value: string, otherwise: string): string => (now.startsWith(value) ? otherwise : value);
    if (labels.length > 0) {
        const other = labels.find((label) => !now.startsWith(quoteLiteral(label)));
        return other === undefined ? undefined : quoteLiteral(other);
    }
    if (baseType.startsWith("_")) return not("'{}'", "'{null}'");
    switch (category) {
        case "B":
            return now === "true" ? "false" : "true";
        case "N":
            return baseType === "money" || /^reg|^oid/.test(baseType) ? undefined : not("0", "1");
        case "S":
            return not("''", "'pgassay'");
        case "D":
            if (/^time(tz)?$/.test(baseType)) return now.startsWith("'00:00") ? "'12:00'" : "'00:00'";
            return now.startsWith("'1970-01-01") ? "'2000-01-01'" : "'1970-01-01'";
        case "T":
            return not("'00:00:00'", "'1 day'");
        default:
    }
    if (baseType === "uuid") {
        return not("'00000000-0000-0000-0000-000000000000'", "'ffffffff-ffff-ffff-ffff-ffffffffffff'");
    }
    if (baseType === "jsonb" || baseType === "json") return not("'[]'", "'{}'");
    return undefined;
}
