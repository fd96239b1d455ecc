-- An estimate from the last ANALYZE: rows times their mean width, against the length of the file.
-- Small tables say little. pgstattuple counts exactly, and reads everything to do so.

create or replace view monitoring.table_bloat
with (security_invoker = true)
as
    with
        row_width as (
            select
                schemaname as schema_name,
                tablename as table_name,
                -- A row has a header of 24 bytes and a pointer of 4, and begins at a multiple of 8.
                28 + ceil(sum((1 - null_frac) * avg_width) / 8) * 8 as bytes
            from pg_catalog.pg_stats
            where not inherited
            group by schemaname, tablename
        ),
        measured as (
            select
                width.schema_name,
                width.table_name,
                tab.reltuples as estimated_rows,
                pg_catalog.pg_relation_size(tab.oid) as bytes,
                tab.reltuples * width.bytes / room.used_share as needed_bytes
            from
                row_width as width
                join pg_catalog.pg_namespace as nsp on nsp.nspname = width.schema_name
                join pg_catalog.pg_class as tab
                    on tab.relnamespace = nsp.oid and tab.relname = width.table_name
                cross join lateral (
                    select coalesce(min(option_value::numeric), 100) / 100
                    from pg_catalog.pg_options_to_table(tab.reloptions)
                    where option_name = 'fillfactor'
                ) as room (used_share)
            where tab.relkind in ('r', 'm') and tab.reltuples > 0
        )
    select
        schema_name,
        table_name,
        estimated_rows::bigint as estimated_rows,
        bytes,
        greatest(bytes - needed_bytes, 0)::bigint as estimated_empty_bytes,
        round(greatest(1 - needed_bytes / nullif(bytes, 0), 0)::numeric, 2) as estimated_empty_share
    from measured
    where schema_name not in ('pg_catalog', 'information_schema');

comment on view monitoring.table_bloat is
    'How much of each table is estimated to be empty, beyond the room that its fillfactor keeps.';
comment on column monitoring.table_bloat.schema_name is 'Schema of the table.';
comment on column monitoring.table_bloat.table_name is 'Name of the table.';
comment on column monitoring.table_bloat.estimated_rows is
    'Rows, as of the last ANALYZE or VACUUM.';
comment on column monitoring.table_bloat.bytes is
    'Length of its file, without indexes and long values.';
comment on column monitoring.table_bloat.estimated_empty_bytes is 'What of it holds no row.';
comment on column monitoring.table_bloat.estimated_empty_share is
    'The same as a share of its length, 0 to 1.';
