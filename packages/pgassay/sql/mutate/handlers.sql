-- Statements that make the PL/pgSQL functions and procedures that may catch errors, those of
-- extensions too: pgTAP catches what its assertions wait for.
select pg_catalog.pg_get_functiondef(p.oid) as definition
from
    pg_catalog.pg_proc as p
    join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
    join pg_catalog.pg_language as l on l.oid = p.prolang
where
    l.lanname = 'plpgsql'
    and p.prokind in ('f', 'p')
    and p.prosrc ~* '\mexception\M'
    and p.prosrc ~* '\mwhen\M'
    and n.nspname <> all (array['pg_catalog', 'information_schema'])
order by n.nspname collate "C", p.proname collate "C", 1;
