-- Columns of tables, in their order. Types are named by their place in pg_type: see types.sql.
select
    n.nspname as schema,
    c.relname as "table",
    a.attname as name,
    a.atttypid::pg_catalog.int8::pg_catalog.text as "typeId",
    pg_catalog.format_type(a.atttypid, a.atttypmod) as "typeText",
    a.attnotnull as "isRequired",
    a.attgenerated <> '' as "isGenerated",
    a.atthasdef or a.attidentity <> '' as "hasDefault",
    case
        when a.attgenerated = '' then pg_catalog.pg_get_expr(d.adbin, d.adrelid)
    end as "default",
    case
        when a.attgenerated = '' then pg_catalog.pg_get_serial_sequence(
            pg_catalog.format('%I.%I', n.nspname, c.relname),
            a.attname
        )
    end as sequence,
    coalesce(pg_catalog.col_description(c.oid, a.attnum), '') as comment
from
    pg_catalog.pg_attribute as a
    join pg_catalog.pg_class as c on c.oid = a.attrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    left join pg_catalog.pg_attrdef as d on d.adrelid = a.attrelid and d.adnum = a.attnum
where
    c.relkind in ('r', 'p')
    and a.attnum > 0
    and not a.attisdropped
    and n.nspname not like 'pg\_%'
    and n.nspname <> 'information_schema'
order by n.nspname collate "C", c.relname collate "C", a.attnum;
