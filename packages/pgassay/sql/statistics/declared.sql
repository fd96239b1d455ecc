-- The `create statistics` objects of each table, whether anything is known of them or not, and why
-- what is known cannot be put into another database. $1: names of types whose values can.
select
    n.nspname as schema,
    c.relname as "table",
    statistics_namespace.nspname || '.' || e.stxname as name,
    pg_catalog.concat_ws(
        ', ',
        pg_catalog.pg_get_statisticsobjdef(e.oid),
        'statistics ' || nullif(e.stxstattarget, -1)
    ) as definition,
    case
        when e.stxexprs is not null then 'they are about expressions'
        when 'm' = any (e.stxkind) then (
            select
                'their common combinations are of type '
                || pg_catalog.string_agg(
                    distinct pg_catalog.format_type(a.atttypid, null),
                    ', '
                    order by pg_catalog.format_type(a.atttypid, null)
                )
            from
                pg_catalog.unnest(e.stxkeys::pg_catalog.int2[]) as key
                join pg_catalog.pg_attribute as a on a.attrelid = e.stxrelid and a.attnum = key
                join pg_catalog.pg_type as t on t.oid = a.atttypid
            where t.typtype <> 'e' and t.typname <> all ($1::text[])
        )
    end as gap
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
