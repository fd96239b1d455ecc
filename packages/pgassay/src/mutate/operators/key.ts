import type { MutantClass } from "../mutant.ts";
import { alterTable, mutatedPart, nameList, plain } from "../names.ts";
import { ineffectiveIf } from "../operator.ts";
import type { Draft, Operator } from "../operator.ts";
import { constraintsOf, eachOf } from "../schema.ts";
import type { ForeignKey, KeyConstraint, Schema, Table } from "../schema.ts";

interface KeyOf {
    readonly table: Table;
    readonly member: KeyConstraint;
}

/** The SQL of a key, from its columns on. */
function keySql(key: KeyConstraint): string {
    const nulls = key.nullsNotDistinct ? " nulls not distinct" : "";
    const period = key.hasPeriod ? " without overlaps" : "";
    const include = key.include.length > 0 ? ` include (${nameList(key.include)})` : "";
    const deferrable = key.isDeferrable ? ` deferrable${key.isDeferred ? " initially deferred" : ""}` : "";
    return `${key.kind}${nulls} (${nameList(key.columns)}${period})${include}${deferrable}`;
}

function replaced({ table, member: key }: KeyOf, by: Partial<KeyConstraint>): string[] {
    return [
        alterTable(table, `drop constraint ${plain(key.name)}`),
        alterTable(table, `add constraint ${plain(key.name)} ${keySql({ ...key, ...by })}`),
    ];
}

/** The foreign keys that need this key to be there. */
function referencing(schema: Schema, { table, member: key }: KeyOf): { table: Table; member: ForeignKey }[] {
    return eachOf(schema, (each) => constraintsOf(each, "foreign key")).filter(
        ({ member }) =>
            member.targetSchema === table.schema && member.targetTable === table.name && member.targetKey === key.name,
    );
}

/** Another key that makes this one's promise already: its columns are among this one's. */
export function strongerKey({ table, member: key }: KeyOf): KeyConstraint | undefined {
    return constraintsOf(table, "primary key", "unique").find(
        (other) =>
            other !== key &&
            !other.hasPeriod &&
            !other.isDeferrable &&
            other.columns.every((column) => key.columns.includes(column)) &&
            // Of two keys of the same columns, the one that sorts last promises nothing new.
            (other.columns.length < key.columns.length || other.kind === "primary key" || other.name < key.name) &&
            (key.nullsNotDistinct ? other.nullsNotDistinct || allNotNull(table, other.columns) : true),
    );
}

function allNotNull(table: Table, columns: readonly string[]): boolean {
    return columns.every((name) => table.columns.some((column) => column.name === name && column.isNotNull));
}

/** The first column that a key could take in, rather one that is never null: a null would make every row differ. */
function columnToAdd({ table, member: key }: KeyOf): string | undefined {
    const keys = constraintsOf(table, "primary key", "unique");
    const isAloneUnique = (name: string): boolean =>
        keys.some(({ columns }) => columns.length === 1 && columns[0] === name);
    // Types without an order cannot be in a key; those of JSON, XML and geometry have none.
    const candidates = table.columns.filter(
        ({ name, baseType, category }) =>
            !key.columns.includes(name) && !isAloneUnique(name) && !/^(json|xml)$/.test(baseType) && category !== "G",
    );
    const notNull = candidates.find(({ isNotNull }) => isNotNull);
    // A primary key would forbid nulls in it, which is another defect.
    return (notNull ?? (key.kind === "unique" ? candidates[0] : undefined))?.name;
}

function operatorsOf(kind: KeyConstraint["kind"], mutantClass: MutantClass): Operator[] {
    const prefix = kind === "primary key" ? "primary-key" : "unique";
    const keysOf = (schema: Schema): KeyOf[] => eachOf(schema, (table) => constraintsOf(table, kind));
    const mutated = (schema: Schema, { table, member: key }: KeyOf) => {
        const stronger = strongerKey({ table, member: key });
        return {
            ...mutatedPart(schema, "constraint", { table, member: key }, key.columns),
            ...ineffectiveIf(
                stronger !== undefined && kind === "unique" && !key.hasPeriod,
                "equivalent",
                `the key ${stronger?.name} of fewer or the same columns refuses as much`,
            ),
        } satisfies Partial<Draft>;
    };
    return [
        {
            name: `${prefix}-drop`,
            class: mutantClass,
            does: `drops a ${kind} constraint, and the foreign keys that refer to it`,
            derive: (schema) =>
                keysOf(schema).map((of) => {
                    const lost = referencing(schema, of);
                    const { ineffective, ...common } = mutated(schema, of);
                    return {
                        ...common,
                        description:
                            `${of.table.name}: the key ${of.member.name} is gone` +
                            (lost.length > 0 ? ", and with it each foreign key to it" : ""),
                        sql: [
                            ...lost.map(({ table, member }) =>
                                alterTable(table, `drop constraint ${plain(member.name)}`),
                            ),
                            alterTable(of.table, `drop constraint ${plain(of.member.name)}`),
                        ],
                        ...(ineffective && lost.length === 0 && { ineffective }),
                    };
                }),
        },
        {
            name: `${prefix}-column-drop`,
            class: mutantClass,
            does: `leaves one column out of a ${kind} constraint of several, unless foreign keys refer to it`,
            derive: (schema) =>
                keysOf(schema)
                    .filter(({ member }) => member.columns.length > (member.hasPeriod ? 2 : 1))
                    .filter((of) => referencing(schema, of).length === 0)
                    .flatMap((of) => {
                        // WITHOUT OVERLAPS belongs to the last column.
                        const removable = of.member.hasPeriod ? of.member.columns.slice(0, -1) : of.member.columns;
                        const { ineffective: _, ...common } = mutated(schema, of);
                        return removable.map((column): Draft => {
                            const columns = of.member.columns.filter((each) => each !== column);
                            return {
                                ...common,
                                variant: column,
                                description: `${of.table.name}: the key ${of.member.name} is without ${column}`,
                                sql: replaced(of, { columns }),
                            };
                        });
                    }),
        },
        {
            name: `${prefix}-column-add`,
            class: mutantClass,
            does: `takes one more column into a ${kind} constraint, unless foreign keys refer to it`,
            derive: (schema) =>
                keysOf(schema)
                    .filter((of) => referencing(schema, of).length === 0)
                    .flatMap((of) => {
                        const column = columnToAdd(of);
                        if (column === undefined) return [];
                        return [
                            {
                                ...mutated(schema, of),
                                description: `${of.table.name}: ${of.member.name} is unique only with ${column}`,
                                sql: replaced(of, { columns: [column, ...of.member.columns] }),
                            },
                        ];
                    }),
        },
    ];
}

export const keyOperators: readonly Operator[] = [
    ...operatorsOf("primary key", "primary-key"),
    ...operatorsOf("unique", "unique"),
    {
        name: "unique-nulls",
        class: "unique",
        does: "lets nulls be equal in a unique constraint, or be distinct where they were equal",
        derive: (schema) =>
            eachOf(schema, (table) => constraintsOf(table, "unique")).flatMap((of) => {
                const { table, member: key } = of;
                // Without the key, what refers to it could not be; with nulls that are equal it cannot be told from this.
                if (referencing(schema, of).length > 0) return [];
                return {
                    ...mutatedPart(schema, "constraint", of, key.columns),
                    description: `${table.name}: nulls in ${key.name} are ${key.nullsNotDistinct ? "distinct" : "equal"}`,
                    sql: replaced(of, { nullsNotDistinct: !key.nullsNotDistinct }),
                    ...ineffectiveIf(allNotNull(table, key.columns), "equivalent", "none of its columns can be null"),
                };
            }),
    },
];
