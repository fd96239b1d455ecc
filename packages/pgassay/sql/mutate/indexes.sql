-- Indexes of tables in the schemas $1 that no constraint brings with it; those of partitions are
-- mutated with their parent.
select
    n.nspname as schema,
    t.relname as "table",
    c.relname as name,
    pg_catalog.pg_get_indexdef(c.oid) as definition,
    i.indisunique as "isUnique",
    array(
        select a.attname::pg_catalog.text
        from
            pg_catalog.unnest(i.indkey::pg_catalog.int2[]) with ordinality as member (attnum, place)
            join pg_catalog.pg_attribute as a
                on a.attrelid = i.indrelid and a.attnum = member.attnum
        order by member.place
    ) as columns,
    -- Only a class of another family does anything else; where no key names a class, the default is
    -- the one it has.
    array(
        select
            (
                select pg_catalog.format('%I.%I', own.nspname, other.opcname)
                from
                    pg_catalog.pg_opclass as other
                    join pg_catalog.pg_namespace as own on own.oid = other.opcnamespace
                where
                    other.opcmethod = used.opcmethod
                    and other.opcintype = used.opcintype
                    and other.opcfamily <> used.opcfamily
                    and (used.opcdefault or other.opcdefault)
                order by own.nspname collate "C", other.opcname collate "C"
                limit 1
            )
        from
            pg_catalog.unnest(i.indclass::pg_catalog.oid[]) with ordinality as key (class, place)
            join pg_catalog.pg_opclass as used on used.oid = key.class
        order by key.place
    ) as "otherClasses"
from
    pg_catalog.pg_index as i
    join pg_catalog.pg_class as c on c.oid = i.indexrelid
    join pg_catalog.pg_class as t on t.oid = i.indrelid
    join pg_catalog.pg_namespace as n on n.oid = t.relnamespace
where
    n.nspname = any($1)
    and t.relkind in ('r', 'p', 'm')
    and not c.relispartition
    and not exists (
        select
        from pg_catalog.pg_constraint as k
        where k.conindid = c.oid and k.contype in ('p', 'u', 'x')
    )
order by n.nspname collate "C", t.relname collate "C", c.relname collate "C";
