-- What the planner knows of relations beside their rows, as texts that are equal when nothing
-- changed. $1: relations, $2: functions, both by their OIDs, as text.
with
    relation as (
        select
            c.oid,
            c.relkind,
            c.relrowsecurity,
            c.relforcerowsecurity,
            n.nspname || '.' || c.relname as name
        from
            pg_catalog.pg_class as c
            join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
        where c.oid = any ($1::text[]::oid[])
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
                    case
                        when a.attgenerated <> '' then pg_catalog.pg_get_expr(d.adbin, d.adrelid)
                    end,
                    a.attcollation::pg_catalog.regcollation::text
                ),
                ', '
                order by a.attname collate "C"
            ) as value
        from
            relation
            join pg_catalog.pg_attribute as a on a.attrelid = relation.oid
            left join pg_catalog.pg_attrdef as d on d.adrelid = a.attrelid and d.adnum = a.attnum
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
        -- The columns tell of `not null`, unless old rows may break it.
        where k.contype <> 'n' or not k.convalidated
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
            -- The whole has what its partitions share, and a partition may have more.
            cross join lateral (
                select relation.oid
                union
                select tree.relid
                from pg_catalog.pg_partition_tree(relation.oid) as tree
            ) as part
            join pg_catalog.pg_index as i on i.indrelid = part.oid
            join pg_catalog.pg_class as index_class on index_class.oid = i.indexrelid
        where i.indisvalid and (part.oid = relation.oid or not index_class.relispartition)
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
        where pg_catalog.row_security_active(relation.oid)
        group by relation.name, relation.relrowsecurity, relation.relforcerowsecurity
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
                        pg_catalog.concat_ws(
                            ' ',
                            part.relname,
                            pg_catalog.pg_get_expr(part.relpartbound, part.oid),
                            (
                                select
                                    pg_catalog.string_agg(
                                        pg_catalog.pg_get_constraintdef(k.oid),
                                        ' '
                                        order by k.conname collate "C"
                                    )
                                from pg_catalog.pg_constraint as k
                                where k.conrelid = part.oid and k.conislocal and k.conparentid = 0
                            )
                        ),
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
            'children of ' || relation.name,
            'digest',
            pg_catalog.string_agg(
                h.inhrelid::pg_catalog.regclass::text,
                ', '
                order by h.inhrelid::pg_catalog.regclass::text collate "C"
            )
        from
            relation
            join pg_catalog.pg_inherits as h on h.inhparent = relation.oid
        where relation.relkind <> 'p'
        group by relation.name
        union all
        select
            'definition of ' || relation.name,
            'digest',
            pg_catalog.pg_get_viewdef(relation.oid)
        from relation
        where relation.relkind in ('v', 'm')
        union all
        select
            'function ' || n.nspname || '.' || f.proname,
            'digest',
            pg_catalog.string_agg(
                pg_catalog.concat_ws(
                    ' ',
                    pg_catalog.pg_get_function_identity_arguments(f.oid),
                    pg_catalog.pg_get_function_result(f.oid),
                    language.lanname,
                    f.prosecdef::text,
                    pg_catalog.array_to_string(f.proconfig, ' '),
                    coalesce(pg_catalog.pg_get_function_sqlbody(f.oid), f.prosrc)
                ),
                ', '
                order by pg_catalog.pg_get_function_identity_arguments(f.oid) collate "C"
            )
        from
            pg_catalog.pg_proc as f
            join pg_catalog.pg_namespace as n on n.oid = f.pronamespace
            join pg_catalog.pg_language as language on language.oid = f.prolang
        where f.oid = any ($2::text[]::oid[])
        group by n.nspname, f.proname
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
