-- What a concurrent build that failed leaves behind: kept up to date by every write, used by no
-- query, and no guard of uniqueness.
select
    n.nspname as schema,
    c.relname as relation,
    index_class.relname as name,
    'is not valid: drop it concurrently and build it again' as message,
    pg_catalog.pg_get_indexdef(i.indexrelid) as detail
from
    pg_catalog.pg_index as i
    join pg_catalog.pg_class as index_class on index_class.oid = i.indexrelid
    join pg_catalog.pg_class as c on c.oid = i.indrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where
    not (i.indisvalid and i.indisready)
    and n.nspname not like 'pg\_%'
    and n.nspname <> 'information_schema'
order by n.nspname collate "C", c.relname collate "C", index_class.relname collate "C";
