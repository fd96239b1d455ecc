-- Functions with the rights of their owner that everybody may call, which is what PostgreSQL grants
-- unless it is told otherwise. Trigger functions cannot be called.
select
    n.nspname as schema,
    null as relation,
    p.proname as name,
    'runs with the rights of its owner, and everybody may call it: revoke that from public' as message,
    pg_catalog.format(
        '%s(%s)',
        p.proname,
        pg_catalog.pg_get_function_identity_arguments(p.oid)
    ) as detail
from
    pg_catalog.pg_proc as p
    join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
where
    p.prosecdef
    and p.prorettype not in (
        'pg_catalog.trigger'::pg_catalog.regtype,
        'pg_catalog.event_trigger'::pg_catalog.regtype
    )
    and exists (
        select
        from
            pg_catalog.aclexplode(
                coalesce(p.proacl, pg_catalog.acldefault('f', p.proowner))
            ) as granted
        where granted.grantee = 0 and granted.privilege_type = 'EXECUTE'
    )
    and n.nspname not like 'pg\_%'
    and n.nspname <> 'information_schema'
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where
            d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
            and d.objid = p.oid
            and d.deptype = 'e'
    )
order by
    n.nspname collate "C",
    p.proname collate "C",
    pg_catalog.pg_get_function_identity_arguments(p.oid) collate "C";
