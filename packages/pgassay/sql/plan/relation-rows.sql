-- How many rows the planner takes each table to have, its partitions together. $1: tables, with
-- their schemas.
select
    n.nspname || '.' || c.relname as name,
    (
        select coalesce(sum(greatest(part.reltuples, 0)), 0)::float8
        from pg_catalog.pg_class as part
        where
            case c.relkind
                when 'p' then part.oid in (
                    select tree.relid
                    from pg_catalog.pg_partition_tree(c.oid) as tree
                    where tree.isleaf
                )
                else part.oid = c.oid
            end
    ) as rows
from
    pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where c.relkind in ('r', 'p', 'm') and n.nspname || '.' || c.relname = any ($1::text[])
order by n.nspname collate "C", c.relname collate "C";
