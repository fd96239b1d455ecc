-- The triggers in the schemas $1 that fire and whose functions are in PL/pgSQL, with what makes
-- each of the two, and the owner of the function.
select
    n.nspname as schema,
    c.relname as "table",
    t.tgname as name,
    pg_catalog.pg_get_triggerdef(t.oid) as definition,
    pg_catalog.pg_get_functiondef(t.tgfoid) as "functionDefinition",
    pg_catalog.pg_get_userbyid(f.proowner) as owner,
    t.tgenabled = 'A' as "isAlways"
from
    pg_catalog.pg_trigger as t
    join pg_catalog.pg_class as c on c.oid = t.tgrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    join pg_catalog.pg_proc as f on f.oid = t.tgfoid
    join pg_catalog.pg_language as l on l.oid = f.prolang
where
    not t.tgisinternal
    and t.tgparentid = 0
    and t.tgenabled in ('O', 'A')
    and l.lanname = 'plpgsql'
    and n.nspname = any($1)
order by n.nspname collate "C", c.relname collate "C", t.tgname collate "C";
