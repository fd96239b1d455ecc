-- What pg_class says about the size of each table, without those of the system and of extensions.
-- Partitioned tables have no pages of their own; their parts are tables like any other here.
select
    n.nspname as schema,
    c.relname as name,
    greatest(c.reltuples, 0)::pg_catalog.float8 as rows,
    -- A partitioned table that was analyzed has -1.
    greatest(c.relpages, 0) as pages,
    c.relallvisible as "allVisible",
    c.reltuples < 0 as "isUnknown",
    -- Those that say how full its blocks are.
    (
        select pg_catalog.string_agg(option, ', ' order by option collate "C")
        from pg_catalog.unnest(c.reloptions) as option
        where option ~ '^(fillfactor|toast_tuple_target)='
    ) as filling
from
    pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where
    c.relkind in ('r', 'p', 'm')
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
