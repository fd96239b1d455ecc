-- Schemas whose objects are mutated: the system's, those of extensions and pgassay's own are not.
select n.nspname as name
from pg_catalog.pg_namespace as n
where
    n.nspname not like 'pg\_%'
    and n.nspname not in ('information_schema', 'tap')
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where
            d.classid = 'pg_catalog.pg_namespace'::pg_catalog.regclass
            and d.objid = n.oid
            and d.deptype = 'e'
    )
order by n.nspname collate "C";
