-- The `create statistics` objects of each table, whether anything is known of them or not.
select
    n.nspname as schema,
    c.relname as "table",
    statistics_namespace.nspname || '.' || e.stxname as name,
    pg_catalog.pg_get_statisticsobjdef(e.oid) as definition
from
    pg_catalog.pg_statistic_ext as e
    join pg_catalog.pg_class as c on c.oid = e.stxrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    join pg_catalog.pg_namespace as statistics_namespace
        on statistics_namespace.oid = e.stxnamespace
where n.nspname not like 'pg\_%' and n.nspname <> 'information_schema'
order by
    n.nspname collate "C",
    c.relname collate "C",
    statistics_namespace.nspname collate "C",
    e.stxname collate "C";
