-- Tables and views of the schemas $1, with what is declared of them as a whole.
select
    n.nspname as schema,
    c.relname as name,
    case
        when c.relkind = 'v' then 'view'
        when c.relkind = 'm' then 'materialized view'
        else 'table'
    end as kind,
    c.relrowsecurity as "hasRowSecurity",
    c.relforcerowsecurity as "forcesRowSecurity",
    coalesce(c.reloptions, array[]::pg_catalog.text[]) as options,
    case
        when c.relkind = 'v' then pg_catalog.pg_get_viewdef(c.oid)
    end as query
from
    pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where
    c.relkind in ('r', 'p', 'v', 'm')
    and n.nspname = any($1)
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where
            d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
            and d.objid = c.oid
            and d.deptype = 'e'
    )
order by n.nspname collate "C", c.relname collate "C";
