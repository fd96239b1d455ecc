-- The tables that the present transaction has read: their locks are held to its end.
select
    namespace.nspname as schema,
    class.relname as name,
    class.relallvisible >= class.relpages as "isVacuumed",
    array(
        select attribute.attname::text
        from
            pg_catalog.pg_index as index
            cross join lateral pg_catalog.unnest(
                index.indkey::pg_catalog.int2[]
            ) with ordinality as key (attnum, place)
            join pg_catalog.pg_attribute as attribute
                on attribute.attrelid = index.indrelid and attribute.attnum = key.attnum
        where index.indrelid = class.oid and index.indisprimary
        order by key.place
    ) as "keyColumns"
from
    pg_catalog.pg_locks as lock
    join pg_catalog.pg_class as class on class.oid = lock.relation
    join pg_catalog.pg_namespace as namespace on namespace.oid = class.relnamespace
where
    lock.pid = pg_catalog.pg_backend_pid()
    and lock.locktype = 'relation'
    and class.relkind in ('r', 'm')
    and namespace.nspname <> 'pg_catalog'
order by namespace.nspname collate "C", class.relname collate "C";
