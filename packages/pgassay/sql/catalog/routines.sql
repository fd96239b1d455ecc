-- Functions, procedures and aggregates, without those of extensions.
select
    n.nspname as schema,
    p.proname as name,
    case p.prokind
        when 'p' then 'procedure'
        when 'a' then 'aggregate'
        when 'w' then 'window function'
        else 'function'
    end as kind,
    pg_catalog.pg_get_function_arguments(p.oid) as arguments,
    pg_catalog.pg_get_function_result(p.oid) as result,
    p.prosecdef as "runsAsOwner",
    -- Roles other than its owner that may call it; what triggers call nobody else can.
    array(
        select
            case entry.grantee
                when 0 then 'public'
                else pg_catalog.pg_get_userbyid(entry.grantee)::pg_catalog.text
            end as name
        from
            pg_catalog.aclexplode(
                coalesce(p.proacl, pg_catalog.acldefault('f', p.proowner))
            ) as entry
        where
            entry.grantee <> p.proowner
            and p.prorettype not in (
                'pg_catalog.trigger'::pg_catalog.regtype,
                'pg_catalog.event_trigger'::pg_catalog.regtype
            )
        order by 1
    ) as callers,
    pg_catalog.obj_description(p.oid, 'pg_proc') as comment
from
    pg_catalog.pg_proc as p
    join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
where
    n.nspname not like 'pg\_%'
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
