import type pg from "pg";

/** An index as the catalog has it. */
export interface CatalogIndex {
    readonly schema: string;
    readonly table: string;
    /** False when a concurrent build failed and left it behind: the planner does not use it. */
    readonly isValid: boolean;
}

/** The indexes with these names, by name; names that do not exist are left out. */
export async function findIndexes(
    client: pg.ClientBase,
    names: readonly string[],
): Promise<ReadonlyMap<string, CatalogIndex>> {
    const { rows } = await client.query<CatalogIndex & { readonly name: string }>(
        `select
            index_class.relname as name,
            namespace.nspname as schema,
            table_class.relname as "table",
            index_row.indisvalid as "isValid"
        from pg_catalog.pg_index as index_row
        join pg_catalog.pg_class as index_class on index_class.oid = index_row.indexrelid
        join pg_catalog.pg_class as table_class on table_class.oid = index_row.indrelid
        join pg_catalog.pg_namespace as namespace on namespace.oid = index_class.relnamespace
        where index_class.relname = any ($1)
        order by index_class.relname collate "C", namespace.nspname collate "C" desc`,
        [[...names]],
    );
    return new Map(rows.map(({ name, schema, table, isValid }) => [name, { schema, table, isValid }]));
}
