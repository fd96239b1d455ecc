-- Policies of row-level security.
select
    n.nspname as schema,
    c.relname as "table",
    p.polname as name,
    case p.polcmd
        when 'r' then 'select'
        when 'a' then 'insert'
        when 'w' then 'update'
        when 'd' then 'delete'
        else 'all'
    end as command,
    p.polpermissive as "isPermissive",
    array(
        select
            case member.role
                when 0 then 'public'
                else pg_catalog.pg_get_userbyid(member.role)::pg_catalog.text
            end as name
        from pg_catalog.unnest(p.polroles) as member (role)
        order by 1
    ) as roles,
    pg_catalog.pg_get_expr(p.polqual, p.polrelid, true) as "using",
    pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid, true) as "check",
    pg_catalog.obj_description(p.oid, 'pg_policy') as comment
from
    pg_catalog.pg_policy as p
    join pg_catalog.pg_class as c on c.oid = p.polrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where n.nspname not like 'pg\_%' and n.nspname <> 'information_schema'
order by n.nspname collate "C", c.relname collate "C", p.polname collate "C";
