-- What roles other than the owner may do with tables and views, or with some of their columns.
with
    granted as (
        select
            c.oid,
            entry.grantee,
            entry.privilege_type,
            null::pg_catalog.name as "column",
            0 as place
        from
            pg_catalog.pg_class as c
            cross join lateral pg_catalog.aclexplode(c.relacl) as entry
        where entry.grantee <> c.relowner
        union all
        select
            c.oid,
            entry.grantee,
            entry.privilege_type,
            a.attname,
            a.attnum
        from
            pg_catalog.pg_attribute as a
            join pg_catalog.pg_class as c on c.oid = a.attrelid
            cross join lateral pg_catalog.aclexplode(a.attacl) as entry
        where entry.grantee <> c.relowner and not a.attisdropped
    ),
    named as (
        select
            n.nspname,
            c.relname,
            case granted.grantee
                when 0 then 'public'
                else pg_catalog.pg_get_userbyid(granted.grantee)::pg_catalog.text
            end as role,
            pg_catalog.lower(granted.privilege_type) as privilege,
            granted.column,
            granted.place
        from
            granted
            join pg_catalog.pg_class as c on c.oid = granted.oid
            join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
        where
            c.relkind in ('r', 'p', 'v', 'm')
            and n.nspname not like 'pg\_%'
            and n.nspname <> 'information_schema'
    )
select
    nspname as schema,
    relname as "table",
    role,
    privilege,
    -- Null for all columns.
    pg_catalog.array_agg("column"::pg_catalog.text order by place) filter (
        where "column" is not null
    ) as columns
from named
group by nspname, relname, role, privilege, "column" is null
order by
    nspname collate "C",
    relname collate "C",
    role collate "C",
    pg_catalog.array_position(array['select', 'insert', 'update', 'delete'], privilege),
    privilege collate "C",
    "column" is null desc;
