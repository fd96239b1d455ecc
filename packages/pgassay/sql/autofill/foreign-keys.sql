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
    array(
        select a.attname::pg_catalog.text
        from
            pg_catalog.unnest(k.confkey) with ordinality as member (attnum, place)
            join pg_catalog.pg_attribute as a
                on a.attrelid = k.confrelid and a.attnum = member.attnum
        order by member.place
    ) as "targetColumns",
    k.confmatchtype = 'f' as "isMatchFull",
    -- The column is there from 18 on; before, every constraint was enforced.
    coalesce((pg_catalog.to_jsonb(k) ->> 'conenforced')::boolean, true) as "isEnforced",
    pg_catalog.pg_get_constraintdef(k.oid) as definition,
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
