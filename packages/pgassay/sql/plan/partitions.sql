-- Partitions of tables and of their indexes, each with the table or index that stands for all of
-- them.
select
    n.nspname as schema,
    c.relname as name,
    root_namespace.nspname as "rootSchema",
    root.relname as "rootName",
    -- How many partitions the whole has that hold rows.
    (
        select count(*)::integer
        from pg_catalog.pg_partition_tree(root.oid) as tree
        where tree.isleaf
    ) as leaves
from
    pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    join pg_catalog.pg_class as root on root.oid = pg_catalog.pg_partition_root(c.oid)
    join pg_catalog.pg_namespace as root_namespace on root_namespace.oid = root.relnamespace
where c.relispartition
order by n.nspname collate "C", c.relname collate "C";
