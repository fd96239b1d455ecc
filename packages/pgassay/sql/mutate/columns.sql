-- Columns of tables in the schemas $1, in the order in which they are declared. A partition takes
-- its columns from its parent, where they are mutated.
select
    n.nspname as schema,
    c.relname as "table",
    a.attname as name,
    pg_catalog.format_type(a.atttypid, a.atttypmod) as type,
    base.typname as "baseType",
    base.typcategory as category,
    t.typtype = 'd' and t.typnotnull as "isNotNullByDomain",
    a.attnotnull as "isNotNull",
    case a.attidentity
        when 'a' then 'always'
        when 'd' then 'by default'
    end as identity,
    case a.attgenerated
        when 's' then 'stored'
        when 'v' then 'virtual'
    end as generated,
    pg_catalog.pg_get_expr(d.adbin, d.adrelid) as expression,
    array(
        select e.enumlabel::pg_catalog.text
        from pg_catalog.pg_enum as e
        where e.enumtypid = base.oid
        order by e.enumsortorder
    ) as labels
from
    pg_catalog.pg_attribute as a
    join pg_catalog.pg_class as c on c.oid = a.attrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    join pg_catalog.pg_type as t on t.oid = a.atttypid
    join pg_catalog.pg_type as base on base.oid = coalesce(nullif(t.typbasetype, 0), t.oid)
    left join pg_catalog.pg_attrdef as d on d.adrelid = a.attrelid and d.adnum = a.attnum
where
    a.attnum > 0
    and not a.attisdropped
    and a.attinhcount = 0
    and c.relkind in ('r', 'p')
    and n.nspname = any($1)
order by n.nspname collate "C", c.relname collate "C", a.attnum;
