-- Who was granted what in the schemas $1, and what else could be granted to the roles that are
-- granted anything: a row for each object, role and privilege. Owners have theirs without a grant.
with
granted as (
    select
        case c.relkind
            when 'S' then 'sequence'
            when 'v' then 'view'
            else 'table'
        end as kind,
        n.nspname as schema,
        c.relname as name,
        '' as part,
        c.relowner as owner,
        coalesce(
            c.relacl,
            pg_catalog.acldefault(
                (
                    case c.relkind
                        when 'S' then 's'
                        else 'r'
                    end
                )::"char",
                c.relowner
            )
        ) as acl,
        case c.relkind
            when 'S' then array['USAGE', 'SELECT', 'UPDATE']
            when 'r' then array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']
            when 'p' then array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']
            else case
                -- To delete, insert and update: the bits of what the view itself lets through.
                when pg_catalog.pg_relation_is_updatable(c.oid, true) & 28 = 28 then array[
                    'SELECT',
                    'INSERT',
                    'UPDATE',
                    'DELETE'
                ]
                else array['SELECT']
            end
        end as privileges,
        false as "isTrigger"
    from
        pg_catalog.pg_class as c
        join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    where
        c.relkind in ('r', 'p', 'v', 'S')
        and n.nspname = any($1)
        and not exists (
            select
            from pg_catalog.pg_depend as d
            where
                d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                and d.objid = c.oid
                and d.deptype in ('e', 'i')
        )
    union all
    select
        'column',
        n.nspname,
        c.relname,
        a.attname,
        c.relowner,
        a.attacl,
        array['SELECT', 'INSERT', 'UPDATE'],
        false
    from
        pg_catalog.pg_attribute as a
        join pg_catalog.pg_class as c on c.oid = a.attrelid
        join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    where a.attacl is not null and not a.attisdropped and n.nspname = any($1)
    union all
    select
        'function',
        n.nspname,
        p.proname,
        p.oid::pg_catalog.text,
        p.proowner,
        coalesce(p.proacl, pg_catalog.acldefault('f', p.proowner)),
        array['EXECUTE'],
        p.prorettype = any(
            array['trigger'::pg_catalog.regtype, 'event_trigger'::pg_catalog.regtype]
        )
    from
        pg_catalog.pg_proc as p
        join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
    where
        p.prokind in ('f', 'p')
        and n.nspname = any($1)
        and not exists (
            select
            from pg_catalog.pg_depend as d
            where
                d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
                and d.objid = p.oid
                and d.deptype = 'e'
        )
    union all
    select
        'schema',
        n.nspname,
        n.nspname,
        '',
        n.nspowner,
        coalesce(n.nspacl, pg_catalog.acldefault('n', n.nspowner)),
        array['USAGE', 'CREATE'],
        false
    from pg_catalog.pg_namespace as n
    where n.nspname = any($1)
),

grants as (
    select g.kind, g.schema, g.name, g.part, a.grantee, a.privilege_type, g.owner
    from granted as g, lateral pg_catalog.aclexplode(g.acl) as a
),

roles as (
    select distinct grantee as oid
    from grants
    where grantee <> owner
    union
    select 0
),

-- Whose rights a role has besides its own, everybody's among them.
rights as materialized (
    select r.oid as role, other.oid as of
    from
        roles as r
        join (
            select distinct grantee as oid
            from grants
            where grantee <> 0
        ) as other on other.oid <> r.oid and pg_catalog.pg_has_role(r.oid, other.oid, 'usage')
    where r.oid <> 0
    union all
    select r.oid, 0
    from roles as r
    where r.oid <> 0
),

inherited as materialized (
    select distinct g.kind, g.schema, g.name, g.part, g.privilege_type, rights.role
    from
        grants as g
        join rights on rights.of = g.grantee
    union
    -- What is granted on a table is granted on its columns.
    select 'column', g.schema, g.name, a.attname, g.privilege_type, coalesce(rights.role, g.grantee)
    from
        grants as g
        join pg_catalog.pg_namespace as n on n.nspname = g.schema
        join pg_catalog.pg_class as c on c.relnamespace = n.oid and c.relname = g.name
        join pg_catalog.pg_attribute as a on a.attrelid = c.oid and a.attacl is not null
        left join rights on rights.of = g.grantee
    where g.kind in ('table', 'view')
)

select
    g.kind,
    g.schema,
    g.name,
    g.part,
    coalesce(r.rolname, 'public') as role,
    r.rolname is null as "isPublic",
    p.privilege,
    g."isTrigger",
    direct.grantee is not null as "isGranted",
    anyway.role is not null as "hasItAnyway"
from
    granted as g
    cross join roles
    cross join lateral pg_catalog.unnest(g.privileges) as p (privilege)
    left join pg_catalog.pg_roles as r on r.oid = roles.oid
    left join grants as direct
        on direct.kind = g.kind
        and direct.schema = g.schema
        and direct.name = g.name
        and direct.part = g.part
        and direct.grantee = roles.oid
        and direct.privilege_type = p.privilege
    left join inherited as anyway
        on anyway.kind = g.kind
        and anyway.schema = g.schema
        and anyway.name = g.name
        and anyway.part = g.part
        and anyway.role = roles.oid
        and anyway.privilege_type = p.privilege
where roles.oid <> g.owner
order by
    pg_catalog.array_position(
        array['schema', 'table', 'view', 'column', 'sequence', 'function'],
        g.kind
    ),
    g.schema collate "C",
    g.name collate "C",
    g.part collate "C",
    coalesce(r.rolname, 'public') collate "C",
    p.privilege collate "C";
