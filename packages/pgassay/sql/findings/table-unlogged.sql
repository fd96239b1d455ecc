-- Tables that a crash empties and no standby has.
select
    n.nspname as schema,
    c.relname as relation,
    null as name,
    'is unlogged: a crash empties it, and standbys have nothing of it' as message,
    null as detail
from
    pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where
    c.relkind in ('r', 'p')
    and c.relpersistence = 'u'
    and n.nspname not like 'pg\_%'
    and n.nspname <> 'information_schema'
order by n.nspname collate "C", c.relname collate "C";
