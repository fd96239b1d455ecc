-- Triggers that somebody turned off, those that keep foreign keys included, which look like keys
-- that are kept.
select
    n.nspname as schema,
    c.relname as relation,
    coalesce(k.conname, t.tgname) as name,
    case
        when k.conname is null then 'the trigger is disabled'
        else 'the triggers that keep this foreign key are disabled'
    end as message,
    null as detail
from
    pg_catalog.pg_trigger as t
    join pg_catalog.pg_class as c on c.oid = t.tgrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    left join pg_catalog.pg_constraint as k on t.tgisinternal and k.oid = t.tgconstraint
where t.tgenabled = 'D' and n.nspname not like 'pg\_%' and n.nspname <> 'information_schema'
group by n.nspname, c.relname, k.conname, coalesce(k.conname, t.tgname)
order by n.nspname collate "C", c.relname collate "C", coalesce(k.conname, t.tgname) collate "C";
