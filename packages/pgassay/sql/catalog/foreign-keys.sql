-- Foreign keys, each once: those that partitions inherit are left out.
select
    n.nspname as schema,
    c.relname as "table",
    k.conname as name,
    array(
        select a.attname::pg_catalog.text
        from
            pg_catalog.unnest(k.conkey) with ordinality as member (attnum, place)
            join pg_catalog.pg_attribute as a
                on a.attrelid = k.conrelid and a.attnum = member.attnum
        order by member.place
    ) as columns,
    target_schema.nspname as "targetSchema",
    target.relname as "targetTable",
    pg_catalog.pg_get_constraintdef(k.oid, true) as definition,
    -- Whether every row has a target: with `match simple` one null column is enough to have none.
    (
        select pg_catalog.bool_and(a.attnotnull)
        from pg_catalog.pg_attribute as a
        where a.attrelid = k.conrelid and a.attnum = any (k.conkey)
    ) as "isRequired",
    -- Whether a target has one row at most, because a unique key lies within these columns.
    exists (
        select
        from pg_catalog.pg_index as i
        where
            i.indrelid = k.conrelid
            and i.indisunique
            and i.indpred is null
            and pg_catalog.trim_array(
                i.indkey::pg_catalog.int2[],
                i.indnatts - i.indnkeyatts
            ) <@ k.conkey
    ) as "isUnique",
    pg_catalog.obj_description(k.oid, 'pg_constraint') as comment
from
    pg_catalog.pg_constraint as k
    join pg_catalog.pg_class as c on c.oid = k.conrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    join pg_catalog.pg_class as target on target.oid = k.confrelid
    join pg_catalog.pg_namespace as target_schema on target_schema.oid = target.relnamespace
where
    k.contype = 'f'
    and k.conparentid = 0
    and n.nspname not like 'pg\_%'
    and n.nspname <> 'information_schema'
order by n.nspname collate "C", c.relname collate "C", k.conname collate "C";
