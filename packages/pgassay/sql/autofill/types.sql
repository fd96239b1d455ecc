-- All types, each with what it is made of. The ids serve to find one type from another and mean
-- nothing outside.
select
    t.oid::pg_catalog.int8::pg_catalog.text as id,
    t.typname as name,
    t.typtype as kind,
    case
        when t.typcategory = 'A' then t.typelem::pg_catalog.int8::pg_catalog.text
    end as "elementId",
    case
        when t.typtype = 'd' then t.typbasetype::pg_catalog.int8::pg_catalog.text
    end as "baseId",
    case
        when t.typtype = 'd' then pg_catalog.format_type(t.typbasetype, t.typtypmod)
    end as "baseText",
    t.typnotnull as "isRequired",
    array(
        select e.enumlabel::pg_catalog.text
        from pg_catalog.pg_enum as e
        where e.enumtypid = t.oid
        order by e.enumsortorder
    ) as labels,
    (
        select r.rngsubtype::pg_catalog.int8::pg_catalog.text
        from pg_catalog.pg_range as r
        where t.oid in (r.rngtypid, r.rngmultitypid)
    ) as "subtypeId",
    (
        select
            pg_catalog.json_agg(
                pg_catalog.json_build_object(
                    'id',
                    a.atttypid::pg_catalog.int8::pg_catalog.text,
                    'text',
                    pg_catalog.format_type(a.atttypid, a.atttypmod)
                )
                order by a.attnum
            )
        from pg_catalog.pg_attribute as a
        where t.typtype = 'c' and a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped
    ) as fields,
    (
        select
            pg_catalog.json_agg(
                pg_catalog.json_build_object(
                    'name',
                    k.conname,
                    'expression',
                    pg_catalog.pg_get_expr(k.conbin, 0)
                )
                order by k.conname collate "C"
            )
        from pg_catalog.pg_constraint as k
        where k.contypid = t.oid and k.contype = 'c'
    ) as checks
from pg_catalog.pg_type as t
where t.typtype <> 'p'
order by t.oid;
