import type pg from "pg";

/** An index as the catalog has it. */
export interface CatalogIndex {
    readonly table: string;
    /** The schema of the table and the index. */
    readonly schema: string;
    /** Names under which a plan may show the index: its own, and those of its parts on partitions of the table. */
    readonly shownAs: readonly string[];
    /** Names under which a plan may show the table: its own, and those of its partitions. */
    readonly tableShownAs: readonly string[];
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
            table_class.relname as "table",
            namespace.nspname as schema,
            ${shownNames("index_class")} as "shownAs",
            ${shownNames("table_class")} as "tableShownAs",
            index_row.indisvalid as "isValid"
        from pg_catalog.pg_index as index_row
        join pg_catalog.pg_class as index_class on index_class.oid = index_row.indexrelid
        join pg_catalog.pg_class as table_class on table_class.oid = index_row.indrelid
        join pg_catalog.pg_namespace as namespace on namespace.oid = index_class.relnamespace
        where index_class.relname = any ($1)
        order by
            index_class.relname collate "C",
            namespace.nspname collate "C" desc`,
        [[...names]],
    );
    return new Map(rows.map(({ name, ...index }) => [name, index]));
}

/** SQL for the names of a relation and of its partitions on all levels. */
function shownNames(relation: string): string {
    return `array(
        select shown.relname::text
        from pg_catalog.pg_class as shown
        where
            shown.oid = ${relation}.oid
            or shown.oid in (select tree.relid from pg_catalog.pg_partition_tree(${relation}.oid) as tree)
        order by shown.relname collate "C"
    )`;
}
