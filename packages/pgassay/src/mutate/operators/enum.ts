import { quoteLiteral } from "../../core/quote.ts";
import { sqlName, subjectOf } from "../names.ts";
import type { Draft, Mutated, Operator } from "../operator.ts";
import type { Enum, Schema } from "../schema.ts";

function mutated(type: Enum): Mutated {
    const labels = type.labels.map(quoteLiteral).join(", ");
    return {
        subject: subjectOf(type),
        owner: { schema: type.schema, name: type.name },
        names: [type.name],
        suggestion: `select enum_has_labels(${quoteLiteral(type.schema)}, ${quoteLiteral(type.name)}, array[${labels}]);`,
    };
}

/** A mutant for each label of each type. */
function eachLabel(schema: Schema, what: (type: Enum, label: string) => Pick<Draft, "description" | "sql">): Draft[] {
    return schema.enums.flatMap((type) =>
        type.labels.map((label) => {
            const common = mutated(type);
            return { ...common, names: [label, ...common.names], variant: label, ...what(type, label) };
        }),
    );
}

function rename(type: Enum, from: string, to: string): string {
    return `alter type ${sqlName(type)} rename value ${quoteLiteral(from)} to ${quoteLiteral(to)}`;
}

/** A label that the type does not have, and that fits into a name. */
function newLabel({ labels }: Enum): string {
    let label = "pgassay";
    while (labels.includes(label)) label += "_";
    return label;
}

export const enumOperators: readonly Operator[] = [
    {
        name: "enum-label-drop",
        class: "enum",
        does: "takes a label from an enumerated type, which only a superuser can",
        derive: (schema) =>
            eachLabel(schema, (type, label) => ({
                description: `${type.name} has no ${label}`,
                sql: [
                    "delete from pg_catalog.pg_enum " +
                        `where enumtypid = ${quoteLiteral(sqlName(type))}::pg_catalog.regtype ` +
                        `and enumlabel = ${quoteLiteral(label)}`,
                ],
            })),
    },
    {
        name: "enum-label-rename",
        class: "enum",
        does: "gives a label of an enumerated type another name",
        derive: (schema) =>
            eachLabel(schema, (type, label) => ({
                description: `${type.name} calls ${label} by another name`,
                sql: [rename(type, label, newLabel(type))],
            })),
    },
    {
        name: "enum-order",
        class: "enum",
        does: "lets the last two labels of an enumerated type change places",
        derive: (schema) =>
            schema.enums.flatMap((type) => {
                const [last, before] = type.labels.toReversed();
                if (last === undefined || before === undefined) return [];
                const free = newLabel(type);
                return [
                    {
                        ...mutated(type),
                        description: `${type.name}: ${last} comes before ${before}`,
                        // PostgreSQL compares labels by their numbers where it can, so their names change places.
                        sql: [rename(type, last, free), rename(type, before, last), rename(type, free, before)],
                    },
                ];
            }),
    },
    {
        name: "enum-label-add",
        class: "enum",
        does: "gives an enumerated type one more label; it can be used only after a commit",
        derive: (schema) =>
            schema.enums.map((type) => ({
                ...mutated(type),
                description: `${type.name} has a label more`,
                sql: [`alter type ${sqlName(type)} add value ${quoteLiteral(newLabel(type))}`],
                planting: "clone",
            })),
    },
];
