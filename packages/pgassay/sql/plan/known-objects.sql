-- The relations and functions that a plan can depend on, by their OIDs. $1: relations, with or
-- without their schemas; $2: names of functions; those that do not exist are left out.
with recursive
    relation as (
        select c.oid
        from
            pg_catalog.pg_class as c
            join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
        where
            c.relkind in ('r', 'p', 'v', 'm', 'f')
            and n.nspname not in ('pg_catalog', 'information_schema')
            and (
                n.nspname || '.' || c.relname = any ($1::text[])
                or (c.relname = any ($1::text[]) and pg_catalog.pg_table_is_visible(c.oid))
            )
        union
        -- A view leads to what it reads.
        select inner_class.oid
        from
            relation
            join pg_catalog.pg_class as view on view.oid = relation.oid and view.relkind = 'v'
            join pg_catalog.pg_rewrite as rule on rule.ev_class = view.oid
            join pg_catalog.pg_depend as d
                on d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass
                and d.objid = rule.oid
                and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
            join pg_catalog.pg_class as inner_class on inner_class.oid = d.refobjid
            join pg_catalog.pg_namespace as n on n.oid = inner_class.relnamespace
        where n.nspname not in ('pg_catalog', 'information_schema')
    ),
    -- What uses a function on behalf of a relation: its rule, and the policies that hold for this
    -- role.
    place as (
        select
            'pg_catalog.pg_rewrite'::pg_catalog.regclass as classid,
            rule.oid as objid
        from
            relation
            join pg_catalog.pg_rewrite as rule on rule.ev_class = relation.oid
        union all
        select
            'pg_catalog.pg_policy'::pg_catalog.regclass,
            policy.oid
        from
            relation
            join pg_catalog.pg_policy as policy on policy.polrelid = relation.oid
        where pg_catalog.row_security_active(relation.oid)
    ),
    routine as (
        select
            f.oid,
            f.proname,
            coalesce(pg_catalog.pg_get_function_sqlbody(f.oid), f.prosrc) as body
        from
            pg_catalog.pg_proc as f
            join pg_catalog.pg_namespace as n on n.oid = f.pronamespace
        where
            f.prokind in ('f', 'p')
            and n.nspname not in ('pg_catalog', 'information_schema')
    ),
    called as (
        select *
        from routine
        where
            proname = any ($2::text[])
            or oid in (
                select d.refobjid
                from
                    place
                    join pg_catalog.pg_depend as d using (classid, objid)
                where d.refclassid = 'pg_catalog.pg_proc'::pg_catalog.regclass
            )
        union
        -- A function leads to those that its body mentions.
        select routine.*
        from
            called
            join routine on pg_catalog.strpos(called.body, routine.proname) > 0
    )
select
    array(
        select relation.oid::text
        from relation
    ) as relations,
    array(
        select called.oid::text
        from called
    ) as functions;
