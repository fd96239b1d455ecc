-- How to make the indexes of some tables again, and how to take each away. $1: tables, with their
-- schemas.
select
    n.nspname || '.' || c.relname as "table",
    index_class.relname as name,
    i.indisvalid as "isValid",
    -- That of a partitioned index says "only", which would leave the partitions without.
    pg_catalog.replace(pg_catalog.pg_get_indexdef(i.indexrelid), ' ON ONLY ', ' ON ') as definition,
    coalesce(
        (
            select
                pg_catalog.format(
                    'alter table %I.%I drop constraint %I cascade',
                    n.nspname,
                    c.relname,
                    k.conname
                )
            from pg_catalog.pg_constraint as k
            where
                k.conindid = i.indexrelid
                and k.conrelid = c.oid
                and k.contype in ('p', 'u', 'x')
        ),
        pg_catalog.format('drop index %I.%I cascade', n.nspname, index_class.relname)
    ) as removal
from
    pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    join pg_catalog.pg_index as i on i.indrelid = c.oid
    join pg_catalog.pg_class as index_class on index_class.oid = i.indexrelid
where n.nspname || '.' || c.relname = any ($1::text[])
order by
    n.nspname collate "C",
    c.relname collate "C",
    index_class.relname collate "C";
