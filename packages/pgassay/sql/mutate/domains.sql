-- Domains of the schemas $1 with their checks.
select
    n.nspname as schema,
    t.typname as name,
    t.typnotnull as "isNotNull",
    t.typdefault as "default",
    coalesce(
        (
            select
                pg_catalog.json_agg(
                    pg_catalog.json_build_object(
                        'name',
                        k.conname,
                        'expression',
                        pg_catalog.pg_get_expr(k.conbin, 0)
                    ) order by k.conname collate "C"
                )
            from pg_catalog.pg_constraint as k
            where k.contypid = t.oid and k.contype = 'c'
        ),
        '[]'
    ) as checks
from
    pg_catalog.pg_type as t
    join pg_catalog.pg_namespace as n on n.oid = t.typnamespace
where
    t.typtype = 'd'
    and n.nspname = any($1)
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where
            d.classid = 'pg_catalog.pg_type'::pg_catalog.regclass
            and d.objid = t.oid
            and d.deptype = 'e'
    )
order by n.nspname collate "C", t.typname collate "C";
