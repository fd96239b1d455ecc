-- Policies on tables of the schemas $1.
select
    n.nspname as schema,
    c.relname as "table",
    p.polname as name,
    p.polpermissive as "isPermissive",
    case p.polcmd
        when 'r' then 'select'
        when 'a' then 'insert'
        when 'w' then 'update'
        when 'd' then 'delete'
        else 'all'
    end as command,
    array(
        select r.rolname::pg_catalog.text
        from pg_catalog.pg_roles as r
        where r.oid = any(p.polroles)
        order by r.rolname collate "C"
    ) as roles,
    pg_catalog.pg_get_expr(p.polqual, p.polrelid) as "using",
    pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) as "check"
from
    pg_catalog.pg_policy as p
    join pg_catalog.pg_class as c on c.oid = p.polrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where n.nspname = any($1)
order by n.nspname collate "C", c.relname collate "C", p.polname collate "C";
