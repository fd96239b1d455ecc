-- Every index of users' tables, partitions with the whole: how large it is, how to take it away,
-- what keeps it whatever queries do, and its keys where they are plain columns of a b-tree, sorted
-- as their types are by default. $1: tables to leave out, with their schemas.
select
    n.nspname as schema,
    c.relname as "table",
    index_class.relname as name,
    pg_catalog.replace(pg_catalog.pg_get_indexdef(i.indexrelid), ' ON ONLY ', ' ON ') as definition,
    case
        when own.conname is null then pg_catalog.format(
            'drop index %I.%I cascade',
            n.nspname,
            index_class.relname
        )
        else pg_catalog.format(
            'alter table %I.%I drop constraint %I cascade',
            n.nspname,
            c.relname,
            own.conname
        )
    end as removal,
    part.names as "shownAs",
    part.bytes,
    case
        when own.contype = 'p' then 'primary key'
        when own.contype = 'u' then 'unique constraint'
        when own.contype = 'x' then 'exclusion constraint'
        when referring.conname is not null then 'referred to by ' || referring.conname
        when i.indisunique then 'unique'
        when i.indisreplident then 'replica identity'
    end as "keptBy",
    plain.keys,
    c.relkind = 'p' as "isPartitioned",
    pg_catalog.pg_get_expr(i.indpred, i.indrelid) as predicate
from
    pg_catalog.pg_index as i
    join pg_catalog.pg_class as index_class on index_class.oid = i.indexrelid
    join pg_catalog.pg_class as c on c.oid = i.indrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    left join pg_catalog.pg_constraint as own
        on
            own.conindid = i.indexrelid
            and own.conrelid = i.indrelid
            and own.contype in ('p', 'u', 'x')
    left join lateral (
        select k.conname
        from pg_catalog.pg_constraint as k
        where k.conindid = i.indexrelid and k.contype = 'f'
        order by k.conname collate "C"
        limit 1
    ) as referring on true
    cross join lateral (
        select
            pg_catalog.array_agg(
                shown_namespace.nspname || '.' || shown.relname
                order by shown.relname collate "C"
            ) as names,
            pg_catalog.sum(pg_catalog.pg_relation_size(shown.oid))::float8 as bytes
        from
            pg_catalog.pg_class as shown
            join pg_catalog.pg_namespace as shown_namespace
                on shown_namespace.oid = shown.relnamespace
        where
            shown.oid = i.indexrelid
            or shown.oid in (
                select tree.relid
                from pg_catalog.pg_partition_tree(i.indexrelid) as tree
            )
    ) as part
    cross join lateral (
        select
            case
                when pg_catalog.bool_and(
                    method.amname = 'btree'
                    and class.opcdefault
                    and coalesce(i.indcollation[key.place - 1] = a.attcollation, false)
                ) then pg_catalog.array_agg(
                    pg_catalog.quote_ident(a.attname) || case i.indoption[key.place - 1]
                        when 1 then ' desc nulls last'
                        when 2 then ' nulls first'
                        when 3 then ' desc'
                        else ''
                    end
                    order by key.place
                )
            end as keys
        from
            pg_catalog.generate_series(1, i.indnkeyatts) as key (place)
            join pg_catalog.pg_am as method on method.oid = index_class.relam
            join pg_catalog.pg_opclass as class on class.oid = i.indclass[key.place - 1]
            -- An expression has no column.
            left join pg_catalog.pg_attribute as a
                on a.attrelid = i.indrelid and a.attnum = i.indkey[key.place - 1]
    ) as plain
where
    i.indisvalid
    and not index_class.relispartition
    and c.relkind in ('r', 'p', 'm')
    and n.nspname not like 'pg\_%'
    and n.nspname <> 'information_schema'
    and n.nspname || '.' || c.relname <> all ($1::text[])
    and not exists (
        select
        from pg_catalog.pg_depend as membership
        where
            membership.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
            and membership.objid in (c.oid, i.indexrelid)
            and membership.deptype = 'e'
    )
order by n.nspname collate "C", c.relname collate "C", index_class.relname collate "C";
