-- Unique indexes, those of constraints included, and exclusion constraints: each part with the
-- operator that no two rows may answer true to. Without overlaps is an exclusion too.
select
    n.nspname as schema,
    c.relname as "table",
    i.relname as name,
    array(
        select pg_catalog.pg_get_indexdef(x.indexrelid, place, true)
        from pg_catalog.generate_series(1, x.indnkeyatts) as place
        order by place
    ) as parts,
    -- The column that a part is, or null where it is an expression.
    array(
        select a.attname::pg_catalog.text
        from
            pg_catalog.generate_series(1, x.indnkeyatts) as place
            left join pg_catalog.pg_attribute as a
                on a.attrelid = x.indrelid
                and a.attnum = x.indkey[place - 1]
                and x.indkey[place - 1] > 0
        order by place
    ) as columns,
    case
        when k.conexclop is not null then array(
            select o.oprname::pg_catalog.text
            from
                pg_catalog.unnest(k.conexclop) with ordinality as op (id, place)
                join pg_catalog.pg_operator as o on o.oid = op.id
            order by op.place
        )
    end as operators,
    pg_catalog.pg_get_expr(x.indpred, x.indrelid) as predicate,
    x.indnullsnotdistinct as "nullsEqual"
from
    pg_catalog.pg_index as x
    join pg_catalog.pg_class as i on i.oid = x.indexrelid
    join pg_catalog.pg_class as c on c.oid = x.indrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    left join pg_catalog.pg_constraint as k
        on k.conindid = x.indexrelid and k.conrelid = x.indrelid and k.contype in ('p', 'u', 'x')
where
    (x.indisunique or x.indisexclusion)
    and x.indislive
    and not c.relispartition
    and c.relkind in ('r', 'p')
    and n.nspname not like 'pg\_%'
    and n.nspname <> 'information_schema'
order by n.nspname collate "C", c.relname collate "C", not x.indisprimary, i.relname collate "C";
