-- Indexes that no constraint brings with it.
select
    n.nspname as schema,
    c.relname as "table",
    index_class.relname as name,
    i.indisunique as "isUnique",
    -- What follows the name of the table: method, columns, options, predicate.
    pg_catalog.regexp_replace(
        pg_catalog.pg_get_indexdef(i.indexrelid, 0, true),
        '^.*? USING ',
        ''
    ) as definition,
    pg_catalog.obj_description(i.indexrelid, 'pg_class') as comment
from
    pg_catalog.pg_index as i
    join pg_catalog.pg_class as index_class on index_class.oid = i.indexrelid
    join pg_catalog.pg_class as c on c.oid = i.indrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where
    not exists (
        select
        from pg_catalog.pg_constraint as k
        where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x')
    )
    and n.nspname not like 'pg\_%'
    and n.nspname <> 'information_schema'
order by n.nspname collate "C", c.relname collate "C", index_class.relname collate "C";
