-- Columns that are a foreign key by themselves, and what they refer to.
select distinct
    n.nspname as schema,
    c.relname as "table",
    a.attname as column,
    target_namespace.nspname as "targetSchema",
    target.relname as "targetTable"
from
    pg_catalog.pg_constraint as k
    join pg_catalog.pg_class as c on c.oid = k.conrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    join pg_catalog.pg_attribute as a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    join pg_catalog.pg_class as target on target.oid = k.confrelid
    join pg_catalog.pg_namespace as target_namespace on target_namespace.oid = target.relnamespace
where
    k.contype = 'f'
    and k.conparentid = 0
    and pg_catalog.cardinality(k.conkey) = 1
    and n.nspname not like 'pg\_%'
    and n.nspname <> 'information_schema'
order by n.nspname, c.relname, a.attname, target_namespace.nspname, target.relname;
