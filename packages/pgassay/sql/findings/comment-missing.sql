-- Tables, views, their columns, types, functions and procedures that nobody has explained. What
-- extensions brought explains itself.
with
    object as (
        select
            'pg_catalog.pg_class'::pg_catalog.regclass as class,
            c.oid as id,
            0 as part,
            c.relnamespace as namespace,
            c.relname as relation,
            null::pg_catalog.name as name,
            case c.relkind
                when 'v' then 'view'
                when 'm' then 'materialized view'
                when 'f' then 'foreign table'
                else 'table'
            end as kind
        from pg_catalog.pg_class as c
        where c.relkind in ('r', 'p', 'v', 'm', 'f') and not c.relispartition
        union all
        select
            'pg_catalog.pg_class'::pg_catalog.regclass,
            c.oid,
            a.attnum,
            c.relnamespace,
            c.relname,
            a.attname,
            'column'
        from
            pg_catalog.pg_class as c
            join pg_catalog.pg_attribute as a on a.attrelid = c.oid
        where
            c.relkind in ('r', 'p', 'v', 'm', 'f')
            and not c.relispartition
            and a.attnum > 0
            and not a.attisdropped
        union all
        select
            'pg_catalog.pg_type'::pg_catalog.regclass,
            t.oid,
            0,
            t.typnamespace,
            null,
            t.typname,
            case t.typtype
                when 'e' then 'enumerated type'
                when 'd' then 'domain'
                else 'composite type'
            end
        from
            pg_catalog.pg_type as t
            left join pg_catalog.pg_class as c on c.oid = t.typrelid
        where t.typtype in ('e', 'd') or (t.typtype = 'c' and c.relkind = 'c')
        union all
        select
            'pg_catalog.pg_proc'::pg_catalog.regclass,
            p.oid,
            0,
            p.pronamespace,
            null,
            p.proname,
            case p.prokind
                when 'p' then 'procedure'
                when 'a' then 'aggregate'
                else 'function'
            end
        from pg_catalog.pg_proc as p
    )
select
    n.nspname as schema,
    o.relation,
    o.name,
    pg_catalog.format('the %s has no comment', o.kind) as message,
    null as detail
from
    object as o
    join pg_catalog.pg_namespace as n on n.oid = o.namespace
where
    n.nspname not like 'pg\_%'
    and n.nspname <> 'information_schema'
    and not exists (
        select
        from pg_catalog.pg_description as d
        where d.classoid = o.class and d.objoid = o.id and d.objsubid = o.part
    )
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.classid = o.class and d.objid = o.id and d.deptype = 'e'
    )
order by n.nspname collate "C", o.relation collate "C", o.part, o.name collate "C", o.kind;
