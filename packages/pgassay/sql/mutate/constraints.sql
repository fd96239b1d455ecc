-- Constraints of tables in the schemas $1, but for NOT NULL, which is said of the column. What a
-- partition or a child has from its parent is mutated there.
select
    n.nspname as schema,
    c.relname as "table",
    k.conname as name,
    case k.contype
        when 'p' then 'primary key'
        when 'u' then 'unique'
        when 'c' then 'check'
        when 'f' then 'foreign key'
        else 'exclusion'
    end as kind,
    pg_catalog.pg_get_constraintdef(k.oid) as definition,
    pg_catalog.pg_get_expr(k.conbin, k.conrelid) as expression,
    array(
        select a.attname::pg_catalog.text
        from
            pg_catalog.unnest(k.conkey) with ordinality as member (attnum, place)
            join pg_catalog.pg_attribute as a
                on a.attrelid = k.conrelid and a.attnum = member.attnum
        order by member.place
    ) as columns,
    array(
        select a.attname::pg_catalog.text
        from
            pg_catalog.unnest(i.indkey::pg_catalog.int2[]) with ordinality as member (attnum, place)
            join pg_catalog.pg_attribute as a
                on a.attrelid = k.conrelid and a.attnum = member.attnum
        where k.contype in ('p', 'u') and member.place > i.indnkeyatts
        order by member.place
    ) as include,
    coalesce(i.indnullsnotdistinct and k.contype = 'u', false) as "nullsNotDistinct",
    k.conperiod as "hasPeriod",
    k.condeferrable as "isDeferrable",
    k.condeferred as "isDeferred",
    k.conenforced as "isEnforced",
    k.connoinherit and k.contype = 'c' as "isNoInherit",
    tn.nspname as "targetSchema",
    tc.relname as "targetTable",
    ti.relname as "targetKey",
    array(
        select a.attname::pg_catalog.text
        from
            pg_catalog.unnest(k.confkey) with ordinality as member (attnum, place)
            join pg_catalog.pg_attribute as a
                on a.attrelid = k.confrelid and a.attnum = member.attnum
        order by member.place
    ) as "targetColumns",
    k.confmatchtype = 'f' as "isMatchFull",
    k.confupdtype as "onUpdate",
    k.confdeltype as "onDelete",
    array(
        select a.attname::pg_catalog.text
        from
            pg_catalog.unnest(k.confdelsetcols) with ordinality as member (attnum, place)
            join pg_catalog.pg_attribute as a
                on a.attrelid = k.conrelid and a.attnum = member.attnum
        order by member.place
    ) as "onDeleteColumns"
from
    pg_catalog.pg_constraint as k
    join pg_catalog.pg_class as c on c.oid = k.conrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    left join pg_catalog.pg_index as i on i.indexrelid = k.conindid
    left join pg_catalog.pg_class as tc on tc.oid = nullif(k.confrelid, 0)
    left join pg_catalog.pg_namespace as tn on tn.oid = tc.relnamespace
    left join pg_catalog.pg_class as ti on ti.oid = k.conindid and k.contype = 'f'
where
    k.contype in ('p', 'u', 'c', 'f', 'x')
    and k.coninhcount = 0
    and k.conparentid = 0
    and n.nspname = any($1)
order by n.nspname collate "C", c.relname collate "C", k.conname collate "C";
