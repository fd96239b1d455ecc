-- Indexes that are another one under a second name: each write pays for both. The one that stays is
-- the one that keeps a constraint, else the first by name.
with
    index as (
        select
            i.indexrelid as id,
            n.nspname,
            c.relname as relation,
            index_class.relname as name,
            exists (
                select
                from pg_catalog.pg_constraint as k
                where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x')
            ) as keeps_constraint,
            pg_catalog.row_to_json(
                row(
                    i.indrelid,
                    index_class.relam,
                    i.indisunique,
                    i.indnullsnotdistinct,
                    i.indnkeyatts,
                    i.indkey::text,
                    i.indcollation::text,
                    i.indclass::text,
                    i.indoption::text,
                    pg_catalog.pg_get_expr(i.indexprs, i.indrelid),
                    pg_catalog.pg_get_expr(i.indpred, i.indrelid)
                )
            )::text as shape
        from
            pg_catalog.pg_index as i
            join pg_catalog.pg_class as index_class on index_class.oid = i.indexrelid
            join pg_catalog.pg_class as c on c.oid = i.indrelid
            join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
        where
            i.indisvalid
            and not index_class.relispartition
            and n.nspname not like 'pg\_%'
            and n.nspname <> 'information_schema'
    ),
    ranked as (
        select
            i.*,
            pg_catalog.first_value(i.name) over same as kept,
            pg_catalog.row_number() over same as rank
        from index as i
        window
            same as (
                partition by i.shape
                order by i.keeps_constraint desc, i.name collate "C"
            )
    )
select
    r.nspname as schema,
    r.relation,
    r.name,
    pg_catalog.format('does what %I does already: drop one of them', r.kept) as message,
    pg_catalog.pg_get_indexdef(r.id) as detail
from ranked as r
where r.rank > 1
order by r.nspname collate "C", r.relation collate "C", r.name collate "C";
