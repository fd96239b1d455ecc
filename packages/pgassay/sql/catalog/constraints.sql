-- Primary keys, unique, check and exclusion constraints. Foreign keys have their own list, and that
-- a column is not null is said of the column.
select
    n.nspname as schema,
    c.relname as "table",
    k.conname as name,
    case k.contype
        when 'p' then 'primary key'
        when 'u' then 'unique'
        when 'c' then 'check'
        else 'exclusion'
    end as kind,
    array(
        select a.attname::pg_catalog.text
        from
            pg_catalog.unnest(k.conkey) with ordinality as member (attnum, place)
            join pg_catalog.pg_attribute as a
                on a.attrelid = k.conrelid and a.attnum = member.attnum
        order by member.place
    ) as columns,
    pg_catalog.pg_get_constraintdef(k.oid, true) as definition,
    pg_catalog.obj_description(k.oid, 'pg_constraint') as comment
from
    pg_catalog.pg_constraint as k
    join pg_catalog.pg_class as c on c.oid = k.conrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where
    k.contype in ('p', 'u', 'c', 'x')
    and n.nspname not like 'pg\_%'
    and n.nspname <> 'information_schema'
order by
    n.nspname collate "C",
    c.relname collate "C",
    pg_catalog.array_position(array['p', 'u', 'x', 'c']::"char"[], k.contype),
    k.conname collate "C";
