-- Enumerated types of the schemas $1.
select
    n.nspname as schema,
    t.typname as name,
    array(
        select e.enumlabel::pg_catalog.text
        from pg_catalog.pg_enum as e
        where e.enumtypid = t.oid
        order by e.enumsortorder
    ) as labels
from
    pg_catalog.pg_type as t
    join pg_catalog.pg_namespace as n on n.oid = t.typnamespace
where
    t.typtype = 'e'
    and n.nspname = any($1)
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where
            d.classid = 'pg_catalog.pg_type'::pg_catalog.regclass
            and d.objid = t.oid
            and d.deptype = 'e'
    )
order by n.nspname collate "C", t.typname collate "C";
