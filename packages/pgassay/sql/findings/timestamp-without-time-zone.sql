-- Columns that say what a clock showed and not where.
select
    n.nspname as schema,
    c.relname as relation,
    a.attname as name,
    'does not say which moment it means: make it a timestamptz' as message,
    pg_catalog.format_type(a.atttypid, a.atttypmod) as detail
from
    pg_catalog.pg_attribute as a
    join pg_catalog.pg_class as c on c.oid = a.attrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where
    a.atttypid in (
        'pg_catalog.timestamp'::pg_catalog.regtype,
        'pg_catalog.timestamp[]'::pg_catalog.regtype
    )
    and a.attnum > 0
    and not a.attisdropped
    and c.relkind in ('r', 'p')
    and not c.relispartition
    and n.nspname not like 'pg\_%'
    and n.nspname <> 'information_schema'
order by n.nspname collate "C", c.relname collate "C", a.attnum;
