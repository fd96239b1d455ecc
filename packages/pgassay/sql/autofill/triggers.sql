-- Triggers of tables that people wrote, with the function each runs.
select
    n.nspname as schema,
    c.relname as "table",
    t.tgname as name,
    f.proname as function
from
    pg_catalog.pg_trigger as t
    join pg_catalog.pg_class as c on c.oid = t.tgrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    join pg_catalog.pg_proc as f on f.oid = t.tgfoid
where not t.tgisinternal and not c.relispartition and t.tgenabled <> 'D'
order by n.nspname collate "C", c.relname collate "C", t.tgname collate "C";
