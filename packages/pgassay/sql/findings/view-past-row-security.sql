-- Views that read a table with row-level security as their owner: whoever may read the view sees
-- what the owner may see. Materialized views always do.
select
    n.nspname as schema,
    c.relname as relation,
    null as name,
    pg_catalog.format(
        'reads %s as its owner and so past the policies of its reader',
        pg_catalog.string_agg(
            distinct
            pg_catalog.format('%I.%I', source_schema.nspname, source.relname),
            ', '
        )
    ) as message,
    case
        when c.relkind = 'v' then 'set (security_invoker = true) makes it ask the policies of its reader'
        else 'keep it from those who may not see all of it'
    end as detail
from
    pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    join pg_catalog.pg_rewrite as r on r.ev_class = c.oid
    join pg_catalog.pg_depend as d
        on d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass
        and d.objid = r.oid
        and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
    join pg_catalog.pg_class as source on source.oid = d.refobjid and source.oid <> c.oid
    join pg_catalog.pg_namespace as source_schema on source_schema.oid = source.relnamespace
where
    c.relkind in ('v', 'm')
    and source.relrowsecurity
    and not exists (
        select
        from pg_catalog.pg_options_to_table(c.reloptions) as option
        where option.option_name = 'security_invoker' and option.option_value::boolean
    )
    and n.nspname not like 'pg\_%'
    and n.nspname <> 'information_schema'
group by n.nspname, c.relname, c.relkind
order by n.nspname collate "C", c.relname collate "C";
