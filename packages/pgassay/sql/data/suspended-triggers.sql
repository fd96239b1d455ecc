-- The triggers of the tables $1 in public that have one of the names $2. The definition is null
-- where it is not all there is to a trigger: one that belongs to a constraint or to another table's
-- trigger, or that an extension has a hand in.
select
    relation.relname as "table",
    trigger.tgname as name,
    trigger.tgenabled as enabled,
    case
        when
            trigger.tgconstraint = 0
            and trigger.tgparentid = 0
            and relation.relkind = 'r'
            and not exists (
                select
                from pg_catalog.pg_depend as dependency
                where
                    dependency.classid = 'pg_catalog.pg_trigger'::pg_catalog.regclass
                    and dependency.objid = trigger.oid
                    and dependency.deptype in ('e', 'x')
            )
        then pg_catalog.pg_get_triggerdef(trigger.oid)
    end as definition,
    pg_catalog.obj_description(trigger.oid, 'pg_trigger') as comment
from
    pg_catalog.pg_trigger as trigger
    join pg_catalog.pg_class as relation on relation.oid = trigger.tgrelid
where
    relation.relnamespace = 'public'::pg_catalog.regnamespace
    and not trigger.tgisinternal
    and relation.relname = any ($1)
    and trigger.tgname = any ($2)
order by relation.relname collate "C", trigger.tgname collate "C"
