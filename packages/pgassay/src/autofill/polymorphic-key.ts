import { tableId } from "./schema.ts";
import type { Column, Link, Table } from "./schema.ts";
import { tableCalled } from "./table-word.ts";
import type { Value, ValueType } from "./value-type.ts";

/**
 * Two columns that together refer to a row of one of several tables: one says which table, the other which row. No
 * foreign key can say so; what shows it are the names of the columns and the values that the first may have.
 */
export interface PolymorphicKey {
    readonly kindColumn: string;
    readonly idColumn: string;
    /**
     * What a row of each kind refers to. The id comes first; the other columns are those by which rows belong together,
     * such as their project or their tenant.
     */
    readonly targets: ReadonlyMap<string, Link>;
    /** Kinds that name no table with a key that the id could hold. */
    readonly unknown: readonly string[];
}

/** `subject_type`, `"ownerKind"`, `target_table`. */
const kindName = /^(.+?)_?(?:type|kind|table|class|model)$/i;

/**
 * Finds the polymorphic keys of a table.
 *
 * @param labelsOf the few values that a column may have, as far as its type and its checks limit them
 * @param tables all that may be referred to
 */
export function polymorphicKeys(
    table: Table,
    labelsOf: (column: Column) => readonly Value[] | undefined,
    tables: readonly Table[],
): PolymorphicKey[] {
    const referring = new Set(table.foreignKeys.flatMap(({ columns }) => columns));
    return table.columns.flatMap((kind) => {
        const stem = kindName.exec(kind.name)?.[1]?.toLowerCase();
        if (stem === undefined) return [];
        const idNames = [`${stem}_id`, `${stem}id`, `${stem}_uuid`, `${stem}uuid`];
        const id = table.columns.find(({ name }) => idNames.includes(name.toLowerCase()));
        if (id === undefined || id.isGenerated || referring.has(id.name)) return [];
        const labels = labelsOf(kind)?.map(String) ?? [];
        if (labels.length === 0) return [];
        const keyed = labels.map((label) => ({ label, target: targetOf(label, table, id, tables) }));
        const scopes = scopesOf(
            table,
            keyed.flatMap(({ target }) => target?.table ?? []),
        );
        const targets = keyed.flatMap(({ label, target }): [string, Link][] =>
            target ? [[label, linkTo(table, id, target, scopes)]] : [],
        );
        const unknown = keyed.flatMap(({ label, target }) => (target ? [] : [label]));
        return [{ kindColumn: kind.name, idColumn: id.name, targets: new Map(targets), unknown }];
    });
}

interface Target {
    readonly table: Table;
    /** The column that identifies its rows. */
    readonly column: string;
}

function targetOf(label: string, { schema }: Table, id: Column, tables: readonly Table[]): Target | undefined {
    const table = tableCalled(label, tables, schema);
    const column = table?.keys
        .filter(({ parts, predicate }) => parts.length === 1 && predicate === null)
        .map(({ parts }) => table.columns.find(({ name }) => name === parts[0]?.column))
        .find((key) => key !== undefined && !key.isGenerated && canHold(id.type, key.type));
    return table && column && { table, column: column.name };
}

/** Whether a column of a type can hold any key of another. */
function canHold(type: ValueType | undefined, key: ValueType | undefined): boolean {
    if (type === undefined || key === undefined) return false;
    if (type.kind === "text") return type.maxLength >= (key.kind === "text" ? key.maxLength : 36);
    if (type.kind === "raw") return key.kind === "raw" && key.name === type.name;
    return type.kind === "number" && key.kind === "number" && key.flavour === type.flavour;
}

/** A column by which rows of several tables belong together, and what it refers to. */
interface Scope {
    readonly column: string;
    readonly target: string;
    readonly targetColumn: string;
}

/** Columns that refer to the same as the column of the same name in one of the tables that are referred to. */
function scopesOf(table: Table, targets: readonly Table[]): Scope[] {
    const theirs = targets.filter((other) => other !== table).flatMap(singleReferences);
    return singleReferences(table).filter((own) =>
        theirs.some(
            ({ column, target, targetColumn }) =>
                column === own.column && target === own.target && targetColumn === own.targetColumn,
        ),
    );
}

function singleReferences({ foreignKeys }: Table): Scope[] {
    return foreignKeys.flatMap(({ columns, target, targetColumns }) => {
        const [column, ...others] = columns;
        const [targetColumn] = targetColumns;
        return column === undefined || targetColumn === undefined || others.length > 0
            ? []
            : [{ column, target, targetColumn }];
    });
}

function linkTo(table: Table, id: Column, target: Target, scopes: readonly Scope[]): Link {
    const referred = new Set(singleReferences(target.table).map(({ column }) => column));
    const shared = scopes.flatMap((scope): [string, string][] => {
        // What the others belong to belongs to itself.
        if (scope.target === tableId(target.table)) return [[scope.column, scope.targetColumn]];
        return referred.has(scope.column) ? [[scope.column, scope.column]] : [];
    });
    return {
        name: `${table.name}.${id.name}`,
        columns: [id.name, ...shared.map(([column]) => column)],
        target: tableId(target.table),
        targetColumns: [target.column, ...shared.map(([, column]) => column)],
    };
}
