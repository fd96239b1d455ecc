-- The triggers of some tables, what each does, and how to make and remove it. $1: tables, with
-- their schemas.
select
    namespace.nspname || '.' || class.relname as "table",
    trigger.tgname as name,
    pg_catalog.concat_ws(
        e'\n',
        trigger.tgenabled,
        pg_catalog.pg_get_triggerdef(trigger.oid),
        pg_catalog.pg_get_functiondef(trigger.tgfoid)
    ) as definition,
    pg_catalog.pg_get_triggerdef(trigger.oid) as making,
    pg_catalog.format(
        'drop trigger %I on %I.%I',
        trigger.tgname,
        namespace.nspname,
        class.relname
    ) as removal
from
    pg_catalog.pg_trigger as trigger
    join pg_catalog.pg_class as class on class.oid = trigger.tgrelid
    join pg_catalog.pg_namespace as namespace on namespace.oid = class.relnamespace
where
    not trigger.tgisinternal
    and namespace.nspname || '.' || class.relname = any ($1::text[])
order by
    namespace.nspname collate "C",
    class.relname collate "C",
    trigger.tgname collate "C";
