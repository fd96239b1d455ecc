-- Sequences that have used more than half of what they, or the column they number, can hold.
select
    n.nspname as schema,
    null as relation,
    c.relname as name,
    pg_catalog.format(
        'is at %s of the %s that fit: widen the column before they are used up',
        s.last_value,
        room.size
    ) as message,
    case
        when a.attname is not null then pg_catalog.format('numbers %I.%I', owner.relname, a.attname)
    end as detail
from
    pg_catalog.pg_sequence as q
    join pg_catalog.pg_class as c on c.oid = q.seqrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    join pg_catalog.pg_sequences as s on s.schemaname = n.nspname and s.sequencename = c.relname
    left join pg_catalog.pg_depend as d
        on d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
        and d.objid = c.oid
        and d.deptype in ('a', 'i')
        and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
    left join pg_catalog.pg_class as owner on owner.oid = d.refobjid
    left join pg_catalog.pg_attribute as a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
    cross join lateral (
        select
            least(
                q.seqmax,
                case a.atttypid
                    when 'pg_catalog.int2'::pg_catalog.regtype then 32767
                    when 'pg_catalog.int4'::pg_catalog.regtype then 2147483647
                    else q.seqmax
                end
            ) as size
    ) as room
where
    q.seqincrement > 0
    and not q.seqcycle
    and s.last_value > room.size / 2
    and n.nspname not like 'pg\_%'
    and n.nspname <> 'information_schema'
order by n.nspname collate "C", c.relname collate "C";
