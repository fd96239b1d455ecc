import type pg from "pg";

/** Bytes that a value takes on average where nothing was sampled. */
const unknownWidth = 32;

/** The columns of a table in their order, each with the bytes that a value takes on average; infinite where none is stored. */
export type ColumnWidths = ReadonlyMap<string, number>;

/** The columns of all tables of users. */
export interface TableColumns {
    of(schema: string, table: string): ColumnWidths;
}

export async function readTableColumns(client: pg.Client): Promise<TableColumns> {
    const { rows } = await client.query<{ schema: string; table: string; column: string; width: number | null }>(
        `select
            n.nspname as schema,
            c.relname as "table",
            a.attname as "column",
            case
                when a.attgenerated = 'v' then null
                else coalesce(max(s.avg_width), nullif(a.attlen, -1), ${unknownWidth})
            end::float8 as width
        from
            pg_catalog.pg_class as c
            join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
            join pg_catalog.pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            left join pg_catalog.pg_stats as s
                on s.schemaname = n.nspname and s.tablename = c.relname and s.attname = a.attname
        where c.relkind in ('r', 'p', 'm') and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
        group by n.nspname, c.relname, a.attname, a.attnum, a.attgenerated, a.attlen
        order by n.nspname, c.relname, a.attnum`,
    );
    const tables = new Map<string, Map<string, number>>();
    for (const { schema, table, column, width } of rows) {
        const key = JSON.stringify([schema, table]);
        const columns = tables.get(key) ?? new Map<string, number>();
        tables.set(key, columns.set(column, width ?? Infinity));
    }
    return { of: (schema, table) => tables.get(JSON.stringify([schema, table])) ?? new Map<string, number>() };
}
