import type pg from "pg";
import { usageError } from "../core/errors.ts";
import { loadedColumns, type Table, type TableColumn } from "./model.ts";

/** A column as the catalog has it. */
interface CatalogColumn {
    readonly table: string;
    readonly name: string;
    /** Name of its type in `pg_type`; of the type below it if it is a domain. */
    readonly type: string;
    /** Labels of an enumerated type, else null. */
    readonly labels: readonly string[] | null;
    readonly notNull: boolean;
    readonly generated: boolean;
    readonly hasDefault: boolean;
}

/**
 * Compares the models of a dataset with the tables they are meant for, before any row is sent: the server's own words
 * for a value of the wrong format are hard to trace to its cause.
 *
 * @throws a usage error that names every table and column that does not fit
 */
export async function checkModels(client: pg.Client, dataset: string, tables: readonly Table[]): Promise<void> {
    const columns = await catalogColumns(client, tables);
    const misfits = tables.flatMap((table) => misfitsOf(table, columns.get(table.name)));
    if (misfits.length === 0) return;
    throw usageError({
        tried: `load dataset ${dataset}`,
        happened: `its models do not fit the database: ${misfits.join("; ")}`,
        remedy: "apply the migrations the dataset was written for, or bring its models up to date",
    });
}

function misfitsOf(table: Table, columns: ReadonlyMap<string, CatalogColumn> | undefined): string[] {
    if (columns === undefined) return [`there is no table ${table.name}`];
    const loaded = loadedColumns(table);
    const given = new Set(loaded.map((column) => column.name));
    const lacking = [...columns.values()].filter(
        (column) => column.notNull && !column.hasDefault && !column.generated && !given.has(column.name),
    );
    return [
        ...loaded.flatMap((column) => misfitOf(table.name, column, columns.get(column.name))),
        ...lacking.map((column) => `${table.name}.${column.name} needs a value and the model has none`),
    ];
}

function misfitOf(table: string, model: TableColumn, column: CatalogColumn | undefined): string[] {
    const name = `${table}.${model.name}`;
    if (column === undefined) return [`there is no column ${name}`];
    if (column.generated) return [`${name} is generated and takes no value`];
    const misfits: string[] = [];
    if ("labels" in model.reads) {
        const unknown = model.reads.labels.filter((label) => !column.labels?.includes(label));
        if (unknown.length > 0) misfits.push(`${name} of type ${column.type} has no label ${unknown.join(", ")}`);
    } else if (!model.reads.includes(column.type)) {
        misfits.push(`${name} is of type ${column.type}, the model writes ${model.reads.join(" or ")}`);
    }
    if (model.nullable && column.notNull) misfits.push(`${name} is not null, the model may leave it null`);
    return misfits;
}

async function catalogColumns(
    client: pg.Client,
    tables: readonly Table[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, CatalogColumn>>> {
    const { rows } = await client.query<CatalogColumn>(
        `select
             relation.relname as "table",
             attribute.attname as name,
             type.typname as type,
             (
                 select pg_catalog.array_agg(label.enumlabel::text order by label.enumsortorder)
                 from pg_catalog.pg_enum as label
                 where label.enumtypid = type.oid
             ) as labels,
             attribute.attnotnull as "notNull",
             attribute.attgenerated <> '' as generated,
             attribute.atthasdef or attribute.attidentity <> '' as "hasDefault"
         from pg_catalog.pg_attribute as attribute
         join pg_catalog.pg_class as relation on relation.oid = attribute.attrelid
         join pg_catalog.pg_namespace as namespace on namespace.oid = relation.relnamespace
         join pg_catalog.pg_type as declared on declared.oid = attribute.atttypid
         join pg_catalog.pg_type as type
             on type.oid = case when declared.typtype = 'd' then declared.typbasetype else declared.oid end
         where
             namespace.nspname = 'public'
             and relation.relkind in ('r', 'p')
             and relation.relname = any ($1)
             and attribute.attnum > 0
             and not attribute.attisdropped
         order by relation.relname collate "C", attribute.attnum`,
        [tables.map((table) => table.name)],
    );
    const byTable = new Map<string, Map<string, CatalogColumn>>();
    for (const row of rows) {
        const columns = byTable.get(row.table) ?? new Map<string, CatalogColumn>();
        byTable.set(row.table, columns.set(row.name, row));
    }
    return byTable;
}
