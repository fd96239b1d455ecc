-- Tables that rows can be put into: no partitions, which get theirs through the table they belong
-- to, and none that an extension brought.
select
    n.nspname as schema,
    c.relname as name,
    c.relkind = 'p' as "isPartitioned",
    -- What a row must satisfy to have a partition to go to; null where any row has one.
    case
        when c.relkind = 'p'
        and (
            select p.partdefid
            from pg_catalog.pg_partitioned_table as p
            where p.partrelid = c.oid
        ) = 0 then array(
            select pg_catalog.pg_get_partition_constraintdef(leaf.relid)
            from pg_catalog.pg_partition_tree(c.oid) as leaf
            where leaf.isleaf and leaf.level > 0
            order by leaf.relid::pg_catalog.text collate "C"
        )
    end as partitions,
    -- Whether a trigger may change a row before it is stored.
    exists (
        select
        from pg_catalog.pg_trigger as t
        where
            t.tgrelid = c.oid
            and not t.tgisinternal
            and t.tgenabled <> 'D'
            -- For each row, before, insert: the bits of pg_trigger.h.
            and t.tgtype & 7 = 7
    ) as "changesRows"
from
    pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where
    c.relkind in ('r', 'p')
    and not c.relispartition
    and c.relpersistence <> 't'
    and n.nspname not like 'pg\_%'
    and n.nspname <> 'information_schema'
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where
            d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
            and d.objid = c.oid
            and d.deptype = 'e'
    )
order by n.nspname collate "C", c.relname collate "C";
