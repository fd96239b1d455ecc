-- Tables that have rows and no statistics, as those that a migration or a trigger filled.
-- Partitions are vacuumed and analyzed with the table that they belong to, and materialized views
-- by themselves.
select
    n.nspname as schema,
    c.relname as name
from
    pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where
    c.relkind in ('r', 'p')
    and not c.relispartition
    and c.relpersistence <> 't'
    and n.nspname not like 'pg\_%'
    and n.nspname <> 'information_schema'
    and exists (
        select
        from
            pg_catalog.unnest(
                case c.relkind
                    when 'p' then array(
                        select tree.relid from pg_catalog.pg_partition_tree(c.oid) as tree
                    )
                    else array[c.oid]
                end
            ) as part
        where pg_catalog.pg_relation_size(part) > 0
    )
    and not exists (select from pg_catalog.pg_statistic as s where s.starelid = c.oid)
order by n.nspname collate "C", c.relname collate "C";
