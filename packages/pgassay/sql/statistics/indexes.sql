-- What pg_class says about the size of each index, and where the index keeps its own figures. An
-- index of a partitioned table keeps none: it has no pages, and its parts are indexes like any
-- other here.
select
    n.nspname as schema,
    c.relname as "table",
    index_class.relname as name,
    method.amname as method,
    index_class.relkind = 'i' as "hasPages",
    pg_catalog.pg_get_indexdef(i.indexrelid) as definition,
    greatest(index_class.reltuples, 0)::pg_catalog.float8 as rows,
    index_class.relpages as pages,
    -- Average bytes of a key as the statistics of its columns have it; null where they say nothing.
    (
        select pg_catalog.sum(s.avg_width)::pg_catalog.int4
        from
            pg_catalog.pg_attribute as key
            left join pg_catalog.pg_attribute as a
                on a.attrelid = i.indrelid and a.attnum = i.indkey[key.attnum - 1]
            join pg_catalog.pg_stats as s
                on s.schemaname = n.nspname
                and s.tablename = case
                    when a.attnum is null then index_class.relname
                    else c.relname
                end
                and s.attname = coalesce(a.attname, key.attname)
                and not s.inherited
        where key.attrelid = i.indexrelid and key.attnum <= i.indnkeyatts
    ) as "keyWidth"
from
    pg_catalog.pg_index as i
    join pg_catalog.pg_class as index_class on index_class.oid = i.indexrelid
    join pg_catalog.pg_am as method on method.oid = index_class.relam
    join pg_catalog.pg_class as c on c.oid = i.indrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where
    c.relkind in ('r', 'p', 'm')
    and c.relpersistence <> 't'
    and n.nspname not like 'pg\_%'
    and n.nspname <> 'information_schema'
order by n.nspname collate "C", c.relname collate "C", index_class.relname collate "C";
