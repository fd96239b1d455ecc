-- How to make the indexes of some tables again, and how to take each away; those that a partition
-- has by itself belong to the whole. $1: tables, with their schemas.
select
    n.nspname as schema,
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
                    part_namespace.nspname,
                    part.relname,
                    k.conname
                )
            from pg_catalog.pg_constraint as k
            where
                k.conindid = i.indexrelid
                and k.conrelid = part.oid
                and k.contype in ('p', 'u', 'x')
        ),
        pg_catalog.format('drop index %I.%I cascade', part_namespace.nspname, index_class.relname)
    ) as removal
from
    pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    cross join lateral (
        select c.oid
        union
        select tree.relid
        from pg_catalog.pg_partition_tree(c.oid) as tree
    ) as member
    join pg_catalog.pg_class as part on part.oid = member.oid
    join pg_catalog.pg_namespace as part_namespace on part_namespace.oid = part.relnamespace
    join pg_catalog.pg_index as i on i.indrelid = part.oid
    join pg_catalog.pg_class as index_class on index_class.oid = i.indexrelid
where
    n.nspname || '.' || c.relname = any ($1::text[])
    and (part.oid = c.oid or not index_class.relispartition)
order by
    n.nspname collate "C",
    c.relname collate "C",
    index_class.relname collate "C";
