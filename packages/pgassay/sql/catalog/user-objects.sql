-- Everything a database holds beyond what an empty one has, one line an object. Members of
-- extensions count as their extension, and what belongs to a table (indexes, constraints, columns,
-- row types) as the table.
select object.line
from
    (
        select 'schema ' || pg_catalog.quote_ident(n.nspname) as line
        from pg_catalog.pg_namespace as n
        where n.nspname not in ('public', 'information_schema') and n.nspname not like 'pg\_%'
        union all
        select
            case c.relkind
                when 'v' then 'view '
                when 'm' then 'materialized view '
                when 'S' then 'sequence '
                when 'f' then 'foreign table '
                when 'c' then 'type '
                else 'table '
            end || pg_catalog.format('%I.%I', n.nspname, c.relname)
        from
            pg_catalog.pg_class as c
            join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
        where
            c.relkind in ('r', 'p', 'v', 'm', 'S', 'f', 'c')
            and n.nspname not like 'pg\_%'
            and n.nspname <> 'information_schema'
            and not exists (
                select
                from pg_catalog.pg_depend as d
                where
                    d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                    and d.objid = c.oid
                    and d.deptype = 'e'
            )
        union all
        select 'type ' || pg_catalog.format('%I.%I', n.nspname, t.typname)
        from
            pg_catalog.pg_type as t
            join pg_catalog.pg_namespace as n on n.oid = t.typnamespace
        where
            t.typtype in ('e', 'd', 'r', 'b')
            and t.typelem = 0
            and n.nspname not like 'pg\_%'
            and n.nspname <> 'information_schema'
            and not exists (
                select
                from pg_catalog.pg_depend as d
                where
                    d.classid = 'pg_catalog.pg_type'::pg_catalog.regclass
                    and d.objid = t.oid
                    and d.deptype = 'e'
            )
        union all
        select
            'function ' || pg_catalog.format(
                '%I.%I',
                n.nspname,
                p.proname
            ) || '(' || pg_catalog.pg_get_function_identity_arguments(p.oid) || ')'
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
        union all
        select 'extension ' || pg_catalog.quote_ident(e.extname)
        from pg_catalog.pg_extension as e
        where e.extname <> 'plpgsql'
    ) as object
order by object.line collate "C";
