-- Check constraints of tables that PostgreSQL enforces.
select
    n.nspname as schema,
    c.relname as "table",
    k.conname as name,
    pg_catalog.pg_get_expr(k.conbin, k.conrelid) as expression
from
    pg_catalog.pg_constraint as k
    join pg_catalog.pg_class as c on c.oid = k.conrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where
    k.contype = 'c'
    -- The column is there from 18 on; before, every constraint was enforced.
    and coalesce((pg_catalog.to_jsonb(k) ->> 'conenforced')::boolean, true)
    and not c.relispartition
    and n.nspname not like 'pg\_%'
    and n.nspname <> 'information_schema'
order by n.nspname collate "C", c.relname collate "C", k.conname collate "C";
