-- Repeats the server's own arithmetic: threshold plus a share of the rows, capped.

create or replace view monitoring.autovacuum_lag
with (security_invoker = true)
as
    select
        stat.schemaname as schema_name,
        stat.relname as table_name,
        stat.n_live_tup as live_rows,
        stat.n_dead_tup as dead_rows,
        round(
            stat.n_dead_tup / least(
                limits.vacuum_threshold + limits.vacuum_scale_factor * greatest(
                    tab.reltuples,
                    0
                )::numeric,
                limits.vacuum_max_threshold
            ),
            2
        ) as vacuum_due,
        round(
            stat.n_mod_since_analyze / (
                limits.analyze_threshold + limits.analyze_scale_factor * greatest(
                    tab.reltuples,
                    0
                )::numeric
            ),
            2
        ) as analyze_due,
        round(pg_catalog.age(tab.relfrozenxid) / limits.freeze_max_age, 2) as freeze_due,
        round(stat.n_tup_hot_upd::numeric / nullif(stat.n_tup_upd, 0), 2) as hot_share,
        greatest(stat.last_vacuum, stat.last_autovacuum) as last_vacuum,
        greatest(stat.last_analyze, stat.last_autoanalyze) as last_analyze
    from
        pg_catalog.pg_stat_user_tables as stat
        join pg_catalog.pg_class as tab on tab.oid = stat.relid
        cross join lateral (
            select
                min(setting) filter (where name = 'autovacuum_vacuum_threshold'),
                min(setting) filter (where name = 'autovacuum_vacuum_scale_factor'),
                min(setting) filter (where name = 'autovacuum_vacuum_max_threshold'),
                min(setting) filter (where name = 'autovacuum_analyze_threshold'),
                min(setting) filter (where name = 'autovacuum_analyze_scale_factor'),
                min(setting) filter (where name = 'autovacuum_freeze_max_age')
            from
                (
                    select
                        server.name,
                        coalesce(own.option_value, server.setting)::numeric
                    from
                        pg_catalog.pg_settings as server
                        left join pg_catalog.pg_options_to_table(tab.reloptions) as own
                            on own.option_name = server.name
                    where server.name like 'autovacuum%' and server.setting ~ '^-?[0-9.]+$'
                ) as setting_of (name, setting)
        ) as limits (
            vacuum_threshold,
            vacuum_scale_factor,
            vacuum_max_threshold,
            analyze_threshold,
            analyze_scale_factor,
            freeze_max_age
        );

comment on view monitoring.autovacuum_lag is
    'How near each table is to a visit of autovacuum; far above 1, autovacuum cannot keep up.';
comment on column monitoring.autovacuum_lag.schema_name is 'Schema of the table.';
comment on column monitoring.autovacuum_lag.table_name is 'Name of the table.';
comment on column monitoring.autovacuum_lag.live_rows is 'Rows, as the counters estimate them.';
comment on column monitoring.autovacuum_lag.dead_rows is
    'Row versions that nobody will see again and no vacuum has removed.';
comment on column monitoring.autovacuum_lag.vacuum_due is
    'Dead rows, as a multiple of those that call for a vacuum.';
comment on column monitoring.autovacuum_lag.analyze_due is
    'Changed rows, as a multiple of those that call for new statistics.';
comment on column monitoring.autovacuum_lag.freeze_due is
    'Age of the oldest row, as a share of the age that forces a vacuum against wraparound.';
comment on column monitoring.autovacuum_lag.hot_share is
    'Share of updates that wrote no index entry (HOT).';
comment on column monitoring.autovacuum_lag.last_vacuum is
    'When it was last vacuumed, by hand or by autovacuum; null if never.';
comment on column monitoring.autovacuum_lag.last_analyze is
    'When its statistics were last taken, by hand or by autovacuum; null if never.';
