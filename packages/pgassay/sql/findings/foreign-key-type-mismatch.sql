-- Foreign keys between columns of different types: values that fit one side do not fit the other,
-- and comparing them takes a cast.
select
    n.nspname as schema,
    c.relname as relation,
    k.conname as name,
    pg_catalog.format(
        '%I is %s and refers to %I, which is %s',
        a.attname,
        pg_catalog.format_type(a.atttypid, a.atttypmod),
        target.attname,
        pg_catalog.format_type(target.atttypid, target.atttypmod)
    ) as message,
    pg_catalog.pg_get_constraintdef(k.oid, true) as detail
from
    pg_catalog.pg_constraint as k
    join pg_catalog.pg_class as c on c.oid = k.conrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    cross join lateral rows from (
        pg_catalog.unnest(k.conkey),
        pg_catalog.unnest(k.confkey)
    ) with ordinality as pair (own, other, place)
    join pg_catalog.pg_attribute as a on a.attrelid = k.conrelid and a.attnum = pair.own
    join pg_catalog.pg_attribute as target
        on target.attrelid = k.confrelid and target.attnum = pair.other
where
    k.contype = 'f'
    and k.conparentid = 0
    and (a.atttypid, a.atttypmod) is distinct from (target.atttypid, target.atttypmod)
    and n.nspname not like 'pg\_%'
    and n.nspname <> 'information_schema'
order by n.nspname collate "C", c.relname collate "C", k.conname collate "C", pair.place;
