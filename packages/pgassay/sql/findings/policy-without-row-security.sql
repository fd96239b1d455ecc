-- Tables whose policies PostgreSQL does not ask.
select
    n.nspname as schema,
    c.relname as relation,
    null as name,
    'has policies, but row-level security is not enabled: everybody with a grant sees every row' as message,
    pg_catalog.string_agg(p.polname, ', ' order by p.polname collate "C") as detail
from
    pg_catalog.pg_policy as p
    join pg_catalog.pg_class as c on c.oid = p.polrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where not c.relrowsecurity and n.nspname not like 'pg\_%' and n.nspname <> 'information_schema'
group by n.nspname, c.relname
order by n.nspname collate "C", c.relname collate "C";
