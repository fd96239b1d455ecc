-- Enforced foreign keys that no index serves: deleting or changing a row they refer to reads the
-- whole table. An index serves a key if it begins with all its columns, in any order, or with some
-- of them of which one alone names the row that is referred to.
with
    key as (
        select
            k.oid,
            n.nspname,
            c.relname,
            k.conname,
            k.conrelid,
            k.conkey,
            array(
                select pair.own
                from
                    rows from (pg_catalog.unnest(k.conkey), pg_catalog.unnest(k.confkey)) as pair (
                        own,
                        other
                    )
                where
                    exists (
                        select
                        from pg_catalog.pg_index as u
                        where
                            u.indrelid = k.confrelid
                            and u.indisunique
                            and u.indnkeyatts = 1
                            and u.indpred is null
                            and u.indkey[0] = pair.other
                    )
            ) as telling
        from
            pg_catalog.pg_constraint as k
            join pg_catalog.pg_class as c on c.oid = k.conrelid
            join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
        where
            k.contype = 'f'
            and k.conparentid = 0
            -- Before version 18 every constraint is enforced, and the catalog has no word for it.
            and coalesce((pg_catalog.to_jsonb(k) ->> 'conenforced')::boolean, true)
            and n.nspname not like 'pg\_%'
            and n.nspname <> 'information_schema'
    )
select
    key.nspname as schema,
    key.relname as relation,
    key.conname as name,
    'no index serves it, so that each delete of a row it refers to reads the whole table' as message,
    pg_catalog.pg_get_constraintdef(key.oid, true) as detail
from key
where
    not exists (
        select
        from
            pg_catalog.pg_index as i
            cross join lateral (
                -- The columns of the key that it begins with.
                select pg_catalog.array_agg(col.attnum) as columns
                from
                    pg_catalog.unnest(i.indkey::pg_catalog.int2[]) with ordinality as col (
                        attnum,
                        place
                    )
                where
                    col.place <= i.indnkeyatts
                    and not exists (
                        select
                        from
                            pg_catalog.unnest(
                                i.indkey::pg_catalog.int2[]
                            ) with ordinality as other (attnum, place)
                        where other.place <= col.place and other.attnum <> all (key.conkey)
                    )
            ) as beginning
        where
            i.indrelid = key.conrelid
            and i.indisvalid
            and (beginning.columns @> key.conkey or beginning.columns && key.telling)
            -- A partial index serves if all it leaves out are rows that refer to nothing.
            and (
                i.indpred is null
                or exists (
                    select
                    from pg_catalog.pg_attribute as a
                    where
                        a.attrelid = key.conrelid
                        and a.attnum = any (key.conkey)
                        and pg_catalog.pg_get_expr(i.indpred, i.indrelid) = pg_catalog.format(
                            '(%I IS NOT NULL)',
                            a.attname
                        )
                )
            )
    )
order by key.nspname collate "C", key.relname collate "C", key.conname collate "C";
