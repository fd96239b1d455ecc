-- Triggers that somebody made, each once: those of constraints and of partitions are left out.
select
    n.nspname as schema,
    c.relname as "table",
    t.tgname as name,
    -- What follows its name: when it fires, for what, and what it calls.
    pg_catalog.regexp_replace(
        pg_catalog.pg_get_triggerdef(t.oid, true),
        '^CREATE (CONSTRAINT )?TRIGGER ("([^"]|"")+"|\S+) ',
        '\1'
    ) as definition,
    t.tgenabled <> 'D' as "isEnabled",
    pg_catalog.obj_description(t.oid, 'pg_trigger') as comment
from
    pg_catalog.pg_trigger as t
    join pg_catalog.pg_class as c on c.oid = t.tgrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where
    not t.tgisinternal
    and t.tgparentid = 0
    and n.nspname not like 'pg\_%'
    and n.nspname <> 'information_schema'
order by n.nspname collate "C", c.relname collate "C", t.tgname collate "C";
