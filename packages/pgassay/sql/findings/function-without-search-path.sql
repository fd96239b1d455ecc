-- Functions and procedures that look names up in the search path of whoever calls them. One whose
-- body was parsed when it was made (`begin atomic`, `return`) has looked up all of them.
select
    n.nspname as schema,
    null as relation,
    p.proname as name,
    'does not set search_path, so its caller decides which tables and operators it uses' as message,
    pg_catalog.format(
        '%s(%s)',
        p.proname,
        pg_catalog.pg_get_function_identity_arguments(p.oid)
    ) as detail
from
    pg_catalog.pg_proc as p
    join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
    join pg_catalog.pg_language as l on l.oid = p.prolang
where
    l.lanname not in ('internal', 'c')
    and p.prosqlbody is null
    and not exists (
        select
        from pg_catalog.unnest(p.proconfig) as setting (text)
        where setting.text like 'search\_path=%'
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
