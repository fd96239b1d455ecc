-- Tables and views, without those of the system and of extensions, and without the parts of
-- partitioned tables, which are storage.
select
    n.nspname as schema,
    c.relname as name,
    case c.relkind
        when 'v' then 'view'
        when 'm' then 'materialized view'
        else 'table'
    end as kind,
    case
        when c.relforcerowsecurity
        and c.relrowsecurity then 'forced'
        when c.relrowsecurity then 'enabled'
        else 'none'
    end as "rowSecurity",
    pg_catalog.obj_description(c.oid, 'pg_class') as comment
from
    pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where
    c.relkind in ('r', 'p', 'v', 'm')
    and not c.relispartition
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
