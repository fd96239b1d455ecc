-- Tables and views the present transaction has touched, each of which is locked until it ends, and
-- functions it has called, as far as they were counted.
select pg_catalog.concat(n.nspname, '.', c.relname) as name
from
    pg_catalog.pg_locks as l
    join pg_catalog.pg_class as c on c.oid = l.relation
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where
    l.locktype = 'relation'
    and l.pid = pg_catalog.pg_backend_pid()
    and l.database = (
        select d.oid
        from pg_catalog.pg_database as d
        where d.datname = pg_catalog.current_database()
    )
    and c.relkind in ('r', 'p', 'v', 'm', 'f')
    and n.nspname not like 'pg\_%'
    and n.nspname <> 'information_schema'
union
select pg_catalog.concat(schemaname, '.', funcname)
from pg_catalog.pg_stat_xact_user_functions
order by name;
