-- What the planner knows of relations and functions that is declared and can be declared again, in
-- the words in which that is done. What is as PostgreSQL has it built in is left out. $1:
-- relations, $2: functions, both by their OIDs, as text.
with
    relation as (
        select
            c.oid,
            c.relkind,
            c.reloptions,
            c.reltablespace,
            n.nspname || '.' || c.relname as name
        from
            pg_catalog.pg_class as c
            join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
        where c.oid = any ($1::text[]::oid[])
    ),
    fact as (
        select
            'options of ' || relation.name as about,
            pg_catalog.string_agg(option, ', ' order by option collate "C") as value
        from
            relation
            cross join lateral pg_catalog.unnest(relation.reloptions) as option
        where
            -- These say when to clean up, and how many workers may help: here they never do.
            option !~ '^(autovacuum_|toast\.|vacuum_|log_autovacuum|parallel_workers=)'
        group by relation.name
        union all
        select
            'sampling of ' || relation.name,
            pg_catalog.string_agg(action, ', ' order by action collate "C")
        from
            relation
            join pg_catalog.pg_attribute as a on a.attrelid = relation.oid
            cross join lateral (
                select
                    pg_catalog.format(
                        'alter column %I set statistics %s',
                        a.attname,
                        a.attstattarget
                    ) as action
                where a.attstattarget >= 0
                union all
                select
                    pg_catalog.format(
                        'alter column %I set (%s)',
                        a.attname,
                        pg_catalog.array_to_string(a.attoptions, ', ')
                    )
                where a.attoptions is not null
            ) as actions
        where a.attnum > 0 and not a.attisdropped
        group by relation.name
        union all
        select
            pg_catalog.format('statistics %I.%I of ', n.nspname, s.stxname) || relation.name,
            pg_catalog.concat_ws(
                '; ',
                pg_catalog.pg_get_statisticsobjdef(s.oid),
                case
                    when s.stxstattarget >= 0 then pg_catalog.format(
                        'alter statistics %I.%I set statistics %s',
                        n.nspname,
                        s.stxname,
                        s.stxstattarget
                    )
                end
            )
        from
            relation
            join pg_catalog.pg_statistic_ext as s on s.stxrelid = relation.oid
            join pg_catalog.pg_namespace as n on n.oid = s.stxnamespace
        union all
        -- Of the tablespaces in which the table and its indexes lie, what they say of costs.
        select
            pg_catalog.format('tablespace %I of ', t.spcname) || relation.name,
            pg_catalog.string_agg(distinct option, ', ')
        from
            relation
            cross join lateral (
                select relation.reltablespace as oid
                union
                select index_class.reltablespace
                from
                    pg_catalog.pg_index as i
                    join pg_catalog.pg_class as index_class on index_class.oid = i.indexrelid
                where i.indrelid = relation.oid
            ) as place
            join pg_catalog.pg_database as d on d.datname = pg_catalog.current_database()
            join pg_catalog.pg_tablespace as t
                on t.oid = case
                    when place.oid = 0 then d.dattablespace
                    else place.oid
                end
            cross join lateral pg_catalog.unnest(t.spcoptions) as option
        where option like '%\_page\_cost=%'
        group by t.spcname, relation.name
        union all
        select
            pg_catalog.format(
                'declaration of %I.%I(%s)',
                n.nspname,
                f.proname,
                pg_catalog.pg_get_function_identity_arguments(f.oid)
            ),
            pg_catalog.concat_ws(
                ', ',
                case f.provolatile
                    when 'i' then 'immutable'
                    when 's' then 'stable'
                    else 'volatile'
                end,
                case
                    when f.proisstrict then 'strict'
                    else 'called on null input'
                end,
                case
                    when f.proleakproof then 'leakproof'
                    else 'not leakproof'
                end,
                'cost ' || f.procost,
                case
                    when f.proretset then 'rows ' || f.prorows
                end
            )
        from
            pg_catalog.pg_proc as f
            join pg_catalog.pg_namespace as n on n.oid = f.pronamespace
        where f.prokind = 'f' and f.oid = any ($2::text[]::oid[])
    )
select
    about,
    value
from fact
order by about collate "C";
