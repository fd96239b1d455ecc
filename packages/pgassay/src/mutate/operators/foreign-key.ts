import { alterTable, mutatedPart, nameList, plain, sqlName } from "../names.ts";
import { ineffectiveIf } from "../operator.ts";
import type { Mutated, Operator } from "../operator.ts";
import { constraintsOf, eachOf } from "../schema.ts";
import type { ActionCode, ForeignKey, Schema, Table } from "../schema.ts";

const actionWords: Readonly<Record<ActionCode, string>> = {
    a: "no action",
    r: "restrict",
    c: "cascade",
    n: "set null",
    d: "set default",
};
const actionCodes = Object.keys(actionWords) as ActionCode[];

interface KeyOf {
    readonly table: Table;
    readonly member: ForeignKey;
}

/** Those that are enforced: the others promise nothing. */
function foreignKeysOf(schema: Schema): KeyOf[] {
    return eachOf(schema, (table) => constraintsOf(table, "foreign key").filter(({ isEnforced }) => isEnforced));
}

function mutated(schema: Schema, of: KeyOf): Mutated {
    return mutatedPart(schema, "constraint", of, [...of.member.columns, of.member.targetTable]);
}

function foreignKeySql(key: ForeignKey): string {
    const withPeriod = (columns: readonly string[]): string =>
        key.hasPeriod ? `${nameList(columns.slice(0, -1))}, period ${nameList(columns.slice(-1))}` : nameList(columns);
    const target = sqlName({ schema: key.targetSchema, name: key.targetTable });
    const limit = /^[nd]$/.test(key.onDelete) && key.onDeleteColumns.length > 0 ? key.onDeleteColumns : [];
    return [
        `foreign key (${withPeriod(key.columns)}) references ${target} (${withPeriod(key.targetColumns)})`,
        ...(key.isMatchFull ? ["match full"] : []),
        ...(key.onUpdate === "a" ? [] : [`on update ${actionWords[key.onUpdate]}`]),
        ...(key.onDelete === "a" ? [] : [`on delete ${actionWords[key.onDelete]}`]),
        ...(limit.length > 0 ? [`(${nameList(limit)})`] : []),
        ...(key.isDeferrable ? ["deferrable"] : []),
        ...(key.isDeferred ? ["initially deferred"] : []),
    ].join(" ");
}

function replaced({ table, member: key }: KeyOf, by: Partial<ForeignKey>): string[] {
    return [
        alterTable(table, `drop constraint ${plain(key.name)}`),
        alterTable(table, `add constraint ${plain(key.name)} ${foreignKeySql({ ...key, ...by })}`),
    ];
}

/** Why one action cannot be told from another by what rows do. */
function indistinguishable(schema: Schema, { table, member: key }: KeyOf, event: "update" | "delete", to: ActionCode) {
    const from = event === "update" ? key.onUpdate : key.onDelete;
    const isSelf = key.targetSchema === table.schema && key.targetTable === table.name;
    if (/^[ar]{2}$/.test(from + to) && !key.isDeferrable && !isSelf) {
        return event === "delete"
            ? ineffectiveIf(true, "equivalent", "both refuse at the end of the statement, as the key is not deferrable")
            : ineffectiveIf(
                  true,
                  "weak",
                  "only a statement that hands the old key on to another row can tell them apart",
              );
    }
    const hasDefaults = key.columns.some((name) =>
        table.columns.some((column) => column.name === name && column.expression !== null),
    );
    if (/^[nd]{2}$/.test(from + to) && !hasDefaults) {
        return ineffectiveIf(true, "equivalent", "the default is null");
    }
    const target = schema.tables.find(({ schema: s, name }) => s === key.targetSchema && name === key.targetTable);
    const isFixed = target?.columns.some(
        ({ name, identity }) =>
            identity === "always" && key.targetColumns.length === 1 && key.targetColumns[0] === name,
    );
    if (event === "update" && isFixed === true) {
        return ineffectiveIf(true, "weak", "the column referred to is always generated, so that no update changes it");
    }
    // "set default" of no default is "set null".
    return ineffectiveIf(
        to === "d" && !hasDefaults,
        "duplicate",
        "the default is null, so that it does what set null does",
    );
}

function actionOperator(event: "update" | "delete"): Operator {
    const property = event === "update" ? "onUpdate" : "onDelete";
    return {
        name: `foreign-key-on-${event}`,
        class: "foreign-key",
        does: `gives a foreign key each other action on ${event}`,
        derive: (schema) =>
            foreignKeysOf(schema).flatMap((of) =>
                actionCodes
                    // PostgreSQL knows only no action for periods.
                    .filter((code) => code !== of.member[property] && !of.member.hasPeriod)
                    .map((code) => ({
                        ...mutated(schema, of),
                        variant: actionWords[code],
                        description: `${of.table.name}: ${of.member.name} does ${actionWords[code]} on ${event}, not ${actionWords[of.member[property]]}`,
                        sql: replaced(of, { [property]: code }),
                        ...indistinguishable(schema, of, event, code),
                    })),
            ),
    };
}

export const foreignKeyOperators: readonly Operator[] = [
    {
        name: "foreign-key-drop",
        class: "foreign-key",
        does: "drops a foreign key",
        derive: (schema) =>
            foreignKeysOf(schema).map((of) => ({
                ...mutated(schema, of),
                description: `${of.table.name}: the foreign key ${of.member.name} is gone`,
                sql: [alterTable(of.table, `drop constraint ${plain(of.member.name)}`)],
            })),
    },
    {
        name: "foreign-key-not-enforced",
        class: "foreign-key",
        does: "keeps a foreign key and no longer enforces it",
        derive: (schema) =>
            foreignKeysOf(schema).map((of) => ({
                ...mutated(schema, of),
                description: `${of.table.name}: the foreign key ${of.member.name} is not enforced`,
                sql: [alterTable(of.table, `alter constraint ${plain(of.member.name)} not enforced`)],
            })),
    },
    actionOperator("update"),
    actionOperator("delete"),
    {
        name: "foreign-key-on-delete-columns",
        class: "foreign-key",
        does: "sets all columns of a foreign key on delete, where only some are to be set",
        derive: (schema) =>
            foreignKeysOf(schema)
                .filter(({ member }) => member.onDeleteColumns.length > 0)
                .map((of) => ({
                    ...mutated(schema, of),
                    description: `${of.table.name}: ${of.member.name} sets all its columns on delete`,
                    sql: replaced(of, { onDeleteColumns: [] }),
                })),
    },
    {
        name: "foreign-key-deferrable",
        class: "foreign-key",
        does: "makes a foreign key deferrable, or no longer so",
        derive: (schema) =>
            foreignKeysOf(schema).map((of) => ({
                ...mutated(schema, of),
                description: `${of.table.name}: ${of.member.name} is ${of.member.isDeferrable ? "not " : ""}deferrable`,
                sql: [
                    alterTable(
                        of.table,
                        `alter constraint ${plain(of.member.name)} ${of.member.isDeferrable ? "not " : ""}deferrable`,
                    ),
                ],
            })),
    },
    {
        name: "foreign-key-deferred",
        class: "foreign-key",
        does: "checks a foreign key at commit instead of at once, or at once instead of at commit",
        derive: (schema) =>
            foreignKeysOf(schema).map((of) => {
                const action = of.member.isDeferred
                    ? "deferrable initially immediate"
                    : "deferrable initially deferred";
                return {
                    ...mutated(schema, of),
                    description: `${of.table.name}: ${of.member.name} is checked ${of.member.isDeferred ? "at once" : "at commit"}`,
                    sql: [alterTable(of.table, `alter constraint ${plain(of.member.name)} ${action}`)],
                };
            }),
    },
    {
        name: "foreign-key-column-drop",
        class: "foreign-key",
        does: "leaves one pair of columns out of a foreign key, where what is left is a key of the target",
        derive: (schema) =>
            foreignKeysOf(schema).flatMap((of) => {
                const { member: key } = of;
                if (key.hasPeriod) return [];
                return key.columns.flatMap((column, i) => {
                    const targetColumns = key.targetColumns.filter((_, j) => j !== i);
                    if (!isKey(schema, key, targetColumns)) return [];
                    return [
                        {
                            ...mutated(schema, of),
                            variant: column,
                            description: `${of.table.name}: ${key.name} does not compare ${column}`,
                            sql: replaced(of, {
                                columns: key.columns.filter((_, j) => j !== i),
                                targetColumns,
                                onDeleteColumns: key.onDeleteColumns.filter((each) => each !== column),
                            }),
                        },
                    ];
                });
            }),
    },
    {
        name: "foreign-key-match",
        class: "foreign-key",
        does: "lets a foreign key of several columns match simply instead of fully, or fully instead of simply",
        derive: (schema) =>
            foreignKeysOf(schema)
                .filter(({ member }) => member.columns.length > 1 && !member.hasPeriod)
                .map((of) => {
                    const nullable = of.member.columns.filter((name) =>
                        of.table.columns.some((column) => column.name === name && !column.isNotNull),
                    );
                    return {
                        ...mutated(schema, of),
                        description: `${of.table.name}: ${of.member.name} matches ${of.member.isMatchFull ? "simply" : "fully"}`,
                        sql: replaced(of, { isMatchFull: !of.member.isMatchFull }),
                        ...ineffectiveIf(nullable.length === 0, "equivalent", "none of its columns can be null"),
                    };
                }),
    },
];

/** Whether exactly these columns are a key of the table that a foreign key refers to. */
function isKey(schema: Schema, key: ForeignKey, columns: readonly string[]): boolean {
    const target = schema.tables.find(({ schema: s, name }) => s === key.targetSchema && name === key.targetTable);
    return (
        target !== undefined &&
        constraintsOf(target, "primary key", "unique").some(
            (each) =>
                each.columns.length === columns.length && columns.every((column) => each.columns.includes(column)),
        )
    );
}
