-- Tables that show no row to anybody but their owner, for want of a policy.
select
    n.nspname as schema,
    c.relname as relation,
    null as name,
    'has row-level security and no policy: nobody sees a row but its owner and superusers' as message,
    null as detail
from
    pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where
    c.relrowsecurity
    and n.nspname not like 'pg\_%'
    and n.nspname <> 'information_schema'
    and not exists (
        select
        from pg_catalog.pg_policy as p
        where p.polrelid = c.oid
    )
order by n.nspname collate "C", c.relname collate "C";
