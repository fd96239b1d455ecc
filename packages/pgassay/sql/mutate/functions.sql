-- Functions and procedures of the schemas $1.
select
    p.oid::pg_catalog.text as oid,
    n.nspname as schema,
    p.proname as name,
    pg_catalog.oidvectortypes(p.proargtypes) as arguments,
    p.pronargs as "argumentCount",
    case p.prokind
        when 'p' then 'procedure'
        else 'function'
    end as kind,
    l.lanname as language,
    pg_catalog.pg_get_functiondef(p.oid) as definition,
    p.prosrc as source,
    p.prosqlbody is not null as "hasParsedBody",
    case
        when p.prokind = 'p' or p.prorettype = 'void'::pg_catalog.regtype then 'nothing'
        when p.prorettype = 'trigger'::pg_catalog.regtype then 'trigger'
        when p.prorettype = 'event_trigger'::pg_catalog.regtype then 'event trigger'
        when p.proretset then 'rows'
        when p.proallargtypes is not null then 'out parameters'
        when p.prorettype = 'boolean'::pg_catalog.regtype then 'boolean'
        else 'value'
    end as returns,
    case p.provolatile
        when 'i' then 'immutable'
        when 's' then 'stable'
        else 'volatile'
    end as volatility,
    p.proisstrict as "isStrict",
    p.prosecdef as "isSecurityDefiner",
    coalesce(p.proconfig, array[]::pg_catalog.text[]) as settings,
    exists (
        select
        from pg_catalog.pg_trigger as t
        where t.tgfoid = p.oid and t.tgtype & 1 <> 0 and t.tgtype & 66 <> 0
    ) as "firesBeforeRow"
from
    pg_catalog.pg_proc as p
    join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
    join pg_catalog.pg_language as l on l.oid = p.prolang
where
    p.prokind in ('f', 'p')
    and l.lanname in ('sql', 'plpgsql')
    and n.nspname = any($1)
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
    pg_catalog.oidvectortypes(p.proargtypes) collate "C";
