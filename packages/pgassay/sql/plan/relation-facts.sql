-- What the planner knows of relations beside their rows, as texts that are equal when nothing
-- changed. $1: relations, with or without their schemas; $2: names of functions; those that do not
-- exist are left out, and those that their bodies mention are taken in.
with recursive
    routine as (
        select
            f.oid,
            f.proname,
            n.nspname,
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
        where proname = any ($2::text[])
        union
        select routine.*
        from
            called
            join routine on pg_catalog.strpos(called.body, routine.proname) > 0
    ),
    relation as (
        select
            c.oid,
            c.relkind,
            c.reloptions,
            c.relrowsecurity,
            c.relforcerowsecurity,
            n.nspname || '.' || c.relname as name
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
    ),
    fact as (
        -- The order of columns decides no plan.
        select
            'columns of ' || relation.name as about,
            'digest' as kind,
            pg_catalog.string_agg(
                pg_catalog.concat_ws(
                    ' ',
                    pg_catalog.quote_ident(a.attname),
                    pg_catalog.format_type(a.atttypid, a.atttypmod),
                    a.attnotnull::text,
                    a.attgenerated,
                    a.attcollation::pg_catalog.regcollation::text
                ),
                ', '
                order by a.attname collate "C"
            ) as value
        from
            relation
            join pg_catalog.pg_attribute as a on a.attrelid = relation.oid
        where
            a.attnum > 0
            and not a.attisdropped
            and relation.relkind not in ('v', 'm')
        group by relation.name
        union all
        select
            'constraints of ' || relation.name,
            'digest',
            pg_catalog.string_agg(
                k.conname || ' ' || pg_catalog.pg_get_constraintdef(k.oid),
                ', '
                order by k.conname collate "C"
            )
        from
            relation
            join pg_catalog.pg_constraint as k on k.conrelid = relation.oid
        group by relation.name
        union all
        select
            'indexes of ' || relation.name,
            'list',
            pg_catalog.string_agg(
                index_class.relname,
                ', '
                order by index_class.relname collate "C"
            )
        from
            relation
            join pg_catalog.pg_index as i on i.indrelid = relation.oid
            join pg_catalog.pg_class as index_class on index_class.oid = i.indexrelid
        where i.indisvalid
        group by relation.name
        union all
        select
            'policies of ' || relation.name,
            'digest',
            pg_catalog.concat_ws(
                ', ',
                relation.relrowsecurity::text,
                relation.relforcerowsecurity::text,
                pg_catalog.string_agg(
                    pg_catalog.concat_ws(
                        ' ',
                        p.polname,
                        p.polcmd,
                        p.polpermissive::text,
                        pg_catalog.pg_get_expr(p.polqual, p.polrelid),
                        pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid)
                    ),
                    ', '
                    order by p.polname collate "C"
                )
            )
        from
            relation
            left join pg_catalog.pg_policy as p on p.polrelid = relation.oid
        where relation.relrowsecurity
        group by relation.name, relation.relrowsecurity, relation.relforcerowsecurity
        union all
        select
            'extended statistics of ' || relation.name,
            'digest',
            pg_catalog.string_agg(
                pg_catalog.pg_get_statisticsobjdef(s.oid),
                ', '
                order by s.stxname collate "C"
            )
        from
            relation
            join pg_catalog.pg_statistic_ext as s on s.stxrelid = relation.oid
        group by relation.name
        union all
        select
            'options of ' || relation.name,
            'digest',
            pg_catalog.array_to_string(relation.reloptions, ', ')
        from relation
        where relation.reloptions is not null
        union all
        select
            'partition key of ' || relation.name,
            'digest',
            pg_catalog.pg_get_partkeydef(relation.oid)
        from relation
        where relation.relkind = 'p'
        union all
        select
            'partitions of ' || relation.name,
            'digest',
            (
                select
                    pg_catalog.string_agg(
                        part.relname || ' ' || pg_catalog.pg_get_expr(part.relpartbound, part.oid),
                        ', '
                        order by part.relname collate "C"
                    )
                from
                    pg_catalog.pg_partition_tree(relation.oid) as tree
                    join pg_catalog.pg_class as part on part.oid = tree.relid
                where part.relispartition
            )
        from relation
        where relation.relkind = 'p'
        union all
        select
            'definition of ' || relation.name,
            'digest',
            pg_catalog.pg_get_viewdef(relation.oid)
        from relation
        where relation.relkind in ('v', 'm')
        union all
        select
            'function ' || called.nspname || '.' || called.proname,
            'digest',
            pg_catalog.string_agg(
                pg_catalog.pg_get_functiondef(called.oid),
                ', '
                order by pg_catalog.pg_get_function_identity_arguments(called.oid) collate "C"
            )
        from called
        group by called.nspname, called.proname
    )
select
    about,
    case
        when kind = 'digest' then pg_catalog.left(pg_catalog.md5(value), 8)
        else value
    end as value
from fact
where value is not null
order by about collate "C";
