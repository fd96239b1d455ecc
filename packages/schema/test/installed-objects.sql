-- Every function, procedure, view and policy of a user, what defines it, and whether the current
-- transaction has written it.
select
    kind || ' ' || pg_catalog.pg_identify_object(class_id, object_id, 0)::text as name,
    definition,
    writer = pg_catalog.pg_current_xact_id()::xid as written
from (
    select
        'function' as kind,
        'pg_catalog.pg_proc'::regclass as class_id,
        proc.oid as object_id,
        proc.xmin as writer,
        pg_catalog.concat_ws(
            e'\n',
            pg_catalog.pg_get_functiondef(proc.oid),
            proc.proacl::text,
            pg_catalog.obj_description(proc.oid, 'pg_proc')
        ) as definition,
        proc.pronamespace as namespace_id
    from pg_catalog.pg_proc as proc
    where proc.prokind in ('f', 'p', 'w')

    union all

    select
        'view',
        'pg_catalog.pg_class'::regclass,
        view.oid,
        rule.xmin,
        pg_catalog.concat_ws(
            e'\n',
            pg_catalog.pg_get_viewdef(view.oid),
            view.reloptions::text,
            view.relacl::text,
            pg_catalog.obj_description(view.oid, 'pg_class'),
            (
                select
                    pg_catalog.string_agg(described.description, e'\n' order by described.objsubid)
                from pg_catalog.pg_description as described
                where
                    described.classoid = 'pg_catalog.pg_class'::regclass
                    and described.objoid = view.oid
                    and described.objsubid > 0
            )
        ),
        view.relnamespace
    from pg_catalog.pg_class as view
    join pg_catalog.pg_rewrite as rule
        on rule.ev_class = view.oid
        and rule.rulename = '_RETURN'
    where view.relkind in ('v', 'm')

    union all

    select
        'policy',
        'pg_catalog.pg_policy'::regclass,
        policy.oid,
        policy.xmin,
        pg_catalog.concat_ws(
            e'\n',
            policy.polcmd::text,
            policy.polpermissive::text,
            (
                select pg_catalog.string_agg(role.rolname, ' ' order by role.rolname)
                from pg_catalog.pg_roles as role
                where role.oid = any (policy.polroles)
            ),
            'using ' || pg_catalog.pg_get_expr(policy.polqual, policy.polrelid),
            'check ' || pg_catalog.pg_get_expr(policy.polwithcheck, policy.polrelid),
            pg_catalog.obj_description(policy.oid, 'pg_policy')
        ),
        guarded.relnamespace
    from pg_catalog.pg_policy as policy
    join pg_catalog.pg_class as guarded on guarded.oid = policy.polrelid
) as object
join pg_catalog.pg_namespace as namespace on namespace.oid = object.namespace_id
where
    namespace.nspname not in ('pg_catalog', 'information_schema')
    and not exists (
        select
        from pg_catalog.pg_depend as membership
        where
            membership.classid = object.class_id
            and membership.objid = object.object_id
            and membership.deptype = 'e'
    )
order by name;
