-- The relations and functions that a plan can depend on, by their OIDs. $1: relations, with or
-- without their schemas; $2: names of functions and operators. Those that do not exist are left
-- out.
with recursive
    relation as (
        select
            c.oid,
            c.relname,
            c.relkind,
            n.nspname
        from
            pg_catalog.pg_class as c
            join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
        where
            c.relkind in ('r', 'p', 'v', 'm', 'f')
            and n.nspname not in ('pg_catalog', 'information_schema')
    ),
    routine as (
        select
            f.oid,
            f.proname,
            language.lanname,
            coalesce(pg_catalog.pg_get_function_sqlbody(f.oid), f.prosrc) as body
        from
            pg_catalog.pg_proc as f
            join pg_catalog.pg_namespace as n on n.oid = f.pronamespace
            join pg_catalog.pg_language as language on language.oid = f.prolang
        where
            f.prokind in ('f', 'p')
            and n.nspname not in ('pg_catalog', 'information_schema')
    ),
    -- Those of extensions change with the extension alone.
    operator as (
        select
            o.oid,
            o.oprname,
            o.oprcode::oid as code
        from pg_catalog.pg_operator as o
        where
            o.oprcode::oid in (
                select routine.oid
                from routine
            )
            and not exists (
                select
                from pg_catalog.pg_depend as d
                where
                    d.classid = 'pg_catalog.pg_operator'::pg_catalog.regclass
                    and d.objid = o.oid
                    and d.deptype = 'e'
            )
    ),
    -- What a relation is read through: the rule of a view, and the policies that hold for this
    -- role.
    reading as (
        select
            view.oid as relation,
            'pg_catalog.pg_rewrite'::pg_catalog.regclass as classid,
            rule.oid as objid
        from
            relation as view
            join pg_catalog.pg_rewrite as rule on rule.ev_class = view.oid
        where view.relkind = 'v'
        union all
        select
            relation.oid,
            'pg_catalog.pg_policy'::pg_catalog.regclass,
            policy.oid
        from
            relation
            join pg_catalog.pg_policy as policy on policy.polrelid = relation.oid
        where pg_catalog.row_security_active(relation.oid)
    ),
    named as (
        select
            'relation' as kind,
            relation.oid
        from relation
        where
            relation.nspname || '.' || relation.relname = any ($1::text[])
            or (
                relation.relname = any ($1::text[])
                and pg_catalog.pg_table_is_visible(relation.oid)
            )
        union
        select
            'function',
            routine.oid
        from routine
        where routine.proname = any ($2::text[])
        union
        select
            'function',
            operator.code
        from operator
        where operator.oprname = any ($2::text[])
    ),
    known as (
        select
            named.kind,
            named.oid
        from named
        union
        select
            next.kind,
            next.oid
        from
            known
            cross join lateral (
                select
                    case
                        when relation.oid is null then 'function'
                        else 'relation'
                    end as kind,
                    coalesce(relation.oid, routine.oid, operator.code) as oid
                from
                    reading
                    join pg_catalog.pg_depend as d using (classid, objid)
                    left join relation
                        on d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
                        and relation.oid = d.refobjid
                    left join routine
                        on d.refclassid = 'pg_catalog.pg_proc'::pg_catalog.regclass
                        and routine.oid = d.refobjid
                    left join operator
                        on d.refclassid = 'pg_catalog.pg_operator'::pg_catalog.regclass
                        and operator.oid = d.refobjid
                where
                    known.kind = 'relation'
                    and reading.relation = known.oid
                    and coalesce(relation.oid, routine.oid, operator.code) is not null
                union all
                -- A function leads to the functions that its body mentions.
                select
                    'function',
                    mentioned.oid
                from
                    routine
                    join routine as mentioned
                        on pg_catalog.strpos(routine.body, mentioned.proname) > 0
                where known.kind = 'function' and routine.oid = known.oid
                union all
                -- One in SQL may become part of the plan, with the views that it mentions.
                select
                    'relation',
                    mentioned.oid
                from
                    routine
                    join relation as mentioned
                        on mentioned.relkind = 'v'
                        and pg_catalog.strpos(routine.body, mentioned.relname) > 0
                where
                    known.kind = 'function'
                    and routine.oid = known.oid
                    and routine.lanname = 'sql'
            ) as next
    )
select
    array(
        select known.oid::text
        from known
        where known.kind = 'relation'
    ) as relations,
    array(
        select known.oid::text
        from known
        where known.kind = 'function'
    ) as functions;
