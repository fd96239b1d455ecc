-- What tables can be read by: their blocks, the columns that their rows hold, and of each index its
-- columns and whether no two rows are equal in its keys. $1: the tables by their OIDs, as text.
select
    c.oid::text as "table",
    pg_catalog.pg_relation_size(c.oid)::float8
    / pg_catalog.current_setting('block_size')::float8 as pages,
    array(
        select a.attname::text
        from pg_catalog.pg_attribute as a
        where
            a.attrelid = c.oid
            and a.attnum > 0
            and not a.attisdropped
            and a.attgenerated <> 'v'
        order by a.attnum
    ) as columns,
    coalesce(
        (
            select
                pg_catalog.jsonb_agg(
                    pg_catalog.jsonb_build_object(
                        'oid', i.indexrelid::text,
                        'columns', columns.names,
                        'keys', columns.keys,
                        'isUnique',
                        i.indisunique
                        and i.indimmediate
                        and i.indpred is null
                        and columns.isplain
                    )
                )
            from
                pg_catalog.pg_index as i
                cross join lateral (
                    select
                        coalesce(
                            pg_catalog.jsonb_agg(a.attname) filter (where a.attname is not null),
                            '[]'
                        ) as names,
                        coalesce(
                            pg_catalog.jsonb_agg(a.attname) filter (
                                where a.attname is not null and k.place <= i.indnkeyatts
                            ),
                            '[]'
                        ) as keys,
                        pg_catalog.bool_and(k.place > i.indnkeyatts or a.attnotnull) as isplain
                    from
                        pg_catalog.unnest(i.indkey) with ordinality as k (attnum, place)
                        left join pg_catalog.pg_attribute as a
                            on a.attrelid = i.indrelid and a.attnum = k.attnum and k.attnum > 0
                ) as columns
            where i.indrelid = c.oid and i.indisvalid
        ),
        '[]'
    ) as indexes
from pg_catalog.pg_class as c
where c.oid = any ($1::text[]::oid[]);
