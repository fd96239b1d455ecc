-- Constraints that PostgreSQL only writes down.
select
    n.nspname as schema,
    c.relname as relation,
    k.conname as name,
    'is not enforced: no row is ever held against it' as message,
    pg_catalog.pg_get_constraintdef(k.oid, true) as detail
from
    pg_catalog.pg_constraint as k
    join pg_catalog.pg_class as c on c.oid = k.conrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where
    -- Before version 18 every constraint is enforced, and the catalog has no word for it.
    not coalesce((pg_catalog.to_jsonb(k) ->> 'conenforced')::boolean, true)
    and k.conparentid = 0
    and n.nspname not like 'pg\_%'
    and n.nspname <> 'information_schema'
order by n.nspname collate "C", c.relname collate "C", k.conname collate "C";
