-- What `create statistics` objects know. Columns are numbers in PostgreSQL's texts, hence the names
-- by number. Statistics on expressions are left out: their figures cannot be carried over.
select
    n.nspname as schema,
    c.relname as "table",
    statistics_namespace.nspname as "statisticsSchema",
    e.stxname as name,
    array(
        select a.attname::pg_catalog.text
        from
            pg_catalog.unnest(e.stxkeys::pg_catalog.int2[]) with ordinality as key (attnum, place)
            join pg_catalog.pg_attribute as a on a.attrelid = e.stxrelid and a.attnum = key.attnum
        order by key.place
    ) as columns,
    e.stxkeys::pg_catalog.int2[] as numbers,
    d.stxdinherit as inherited,
    d.stxdndistinct::pg_catalog.text as distinct,
    d.stxddependencies::pg_catalog.text as dependencies,
    (
        select
            pg_catalog.jsonb_agg(
                pg_catalog.jsonb_build_object(
                    'values',
                    item."values",
                    'frequency',
                    item.frequency,
                    'baseFrequency',
                    item.base_frequency
                )
                order by item.index
            )
        from pg_catalog.pg_mcv_list_items(d.stxdmcv) as item
    ) as common
from
    pg_catalog.pg_statistic_ext as e
    join pg_catalog.pg_statistic_ext_data as d on d.stxoid = e.oid
    join pg_catalog.pg_class as c on c.oid = e.stxrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    join pg_catalog.pg_namespace as statistics_namespace
        on statistics_namespace.oid = e.stxnamespace
where e.stxexprs is null and n.nspname not like 'pg\_%' and n.nspname <> 'information_schema'
order by
    n.nspname collate "C",
    c.relname collate "C",
    statistics_namespace.nspname collate "C",
    e.stxname collate "C",
    d.stxdinherit;
