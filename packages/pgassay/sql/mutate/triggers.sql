-- Triggers on tables and views of the schemas $1; a partition's are mutated with its parent.
select
    n.nspname as schema,
    c.relname as "table",
    t.tgname as name,
    pg_catalog.pg_get_triggerdef(t.oid) as definition,
    f.proname as function,
    fn.nspname as "functionSchema",
    t.tgenabled <> 'D' as "isEnabled",
    t.tgconstraint <> 0 as "isConstraint",
    t.tgdeferrable as "isDeferrable",
    t.tginitdeferred as "isDeferred",
    t.tgoldtable is not null or t.tgnewtable is not null as "hasTransitionTables",
    case
        when t.tgtype & 2 <> 0 then 'before'
        when t.tgtype & 64 <> 0 then 'instead of'
        else 'after'
    end as timing,
    case
        when t.tgtype & 1 <> 0 then 'row'
        else 'statement'
    end as level
from
    pg_catalog.pg_trigger as t
    join pg_catalog.pg_class as c on c.oid = t.tgrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    join pg_catalog.pg_proc as f on f.oid = t.tgfoid
    join pg_catalog.pg_namespace as fn on fn.oid = f.pronamespace
where not t.tgisinternal and t.tgparentid = 0 and n.nspname = any($1)
order by n.nspname collate "C", c.relname collate "C", t.tgname collate "C";
