-- Tables whose rows nothing tells apart. Partitions have the key of their parent.
select
    n.nspname as schema,
    c.relname as relation,
    null as name,
    'has no primary key: two equal rows cannot be told apart, nor replicated' as message,
    null as detail
from
    pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where
    c.relkind in ('r', 'p')
    and not c.relispartition
    and n.nspname not like 'pg\_%'
    and n.nspname <> 'information_schema'
    and not exists (
        select
        from pg_catalog.pg_constraint as k
        where k.conrelid = c.oid and k.contype = 'p'
    )
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where
            d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
            and d.objid = c.oid
            and d.deptype = 'e'
    )
order by n.nspname collate "C", c.relname collate "C";
