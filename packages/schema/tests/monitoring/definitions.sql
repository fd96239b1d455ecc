-- Views whose conditions no row of a test database tells: they are held as wholes.

begin;

select plan(3);

select view_is('monitoring', view_name, definition)
from (values
    (
        'autovacuum_lag',
        'with (security_invoker=true) as SELECT stat.schemaname AS schema_name, stat.relname '
        'AS table_name, stat.n_live_tup AS live_rows, stat.n_dead_tup AS dead_rows, '
        'round(((stat.n_dead_tup)::numeric / LEAST((limits.vacuum_threshold + '
        '(limits.vacuum_scale_factor * (GREATEST(tab.reltuples, (0)::real))::numeric)), '
        'limits.vacuum_max_threshold)), 2) AS vacuum_due, '
        'round(((stat.n_mod_since_analyze)::numeric / (limits.analyze_threshold + '
        '(limits.analyze_scale_factor * (GREATEST(tab.reltuples, (0)::real))::numeric))), 2) '
        'AS analyze_due, round(((age(tab.relfrozenxid))::numeric / limits.freeze_max_age), 2) '
        'AS freeze_due, round(((stat.n_tup_hot_upd)::numeric / (NULLIF(stat.n_tup_upd, '
        '0))::numeric), 2) AS hot_share, GREATEST(stat.last_vacuum, stat.last_autovacuum) AS '
        'last_vacuum, GREATEST(stat.last_analyze, stat.last_autoanalyze) AS last_analyze FROM '
        '((pg_stat_user_tables stat JOIN pg_class tab ON ((tab.oid = stat.relid))) CROSS JOIN '
        'LATERAL ( SELECT min(setting_of.setting) FILTER (WHERE (setting_of.name = '
        '''autovacuum_vacuum_threshold''::text)) AS min, min(setting_of.setting) FILTER (WHERE '
        '(setting_of.name = ''autovacuum_vacuum_scale_factor''::text)) AS min, '
        'min(setting_of.setting) FILTER (WHERE (setting_of.name = '
        '''autovacuum_vacuum_max_threshold''::text)) AS min, min(setting_of.setting) FILTER '
        '(WHERE (setting_of.name = ''autovacuum_analyze_threshold''::text)) AS min, '
        'min(setting_of.setting) FILTER (WHERE (setting_of.name = '
        '''autovacuum_analyze_scale_factor''::text)) AS min, min(setting_of.setting) FILTER '
        '(WHERE (setting_of.name = ''autovacuum_freeze_max_age''::text)) AS min FROM ( SELECT '
        'server.name, (COALESCE(own.option_value, server.setting))::numeric AS "coalesce" FROM '
        '(pg_settings server LEFT JOIN pg_options_to_table(tab.reloptions) own(option_name, '
        'option_value) ON ((own.option_name = server.name))) WHERE ((server.name ~~ '
        '''autovacuum%''::text) AND (server.setting ~ ''^-?[0-9.]+$''::text))) '
        'setting_of(name, setting)) limits(vacuum_threshold, vacuum_scale_factor, '
        'vacuum_max_threshold, analyze_threshold, analyze_scale_factor, freeze_max_age))'
    ),
    (
        'long_transactions',
        'with (security_invoker=true) as SELECT pid, usename AS database_user, '
        'application_name, state, (clock_timestamp() - xact_start) AS running_for, '
        '(clock_timestamp() - state_change) AS in_state_for, age(backend_xmin) AS '
        'transactions_held_back, pg_blocking_pids(pid) AS blocked_by, wait_event_type, '
        'wait_event, "left"(query, 1000) AS query FROM pg_stat_activity WHERE ((xact_start IS '
        'NOT NULL) AND (backend_type = ''client backend''::text) AND (pid <> pg_backend_pid()))'
    ),
    (
        'table_bloat',
        'with (security_invoker=true) as WITH row_width AS ( SELECT pg_stats.schemaname AS '
        'schema_name, pg_stats.tablename AS table_name, ((28)::double precision + '
        '(ceil((sum((((1)::double precision - pg_stats.null_frac) * '
        '(pg_stats.avg_width)::double precision)) / (8)::double precision)) * (8)::double '
        'precision)) AS bytes FROM pg_stats WHERE (NOT pg_stats.inherited) GROUP BY '
        'pg_stats.schemaname, pg_stats.tablename ), measured AS ( SELECT width.schema_name, '
        'width.table_name, tab.reltuples AS estimated_rows, '
        'pg_relation_size((tab.oid)::regclass) AS bytes, ((tab.reltuples * width.bytes) / '
        '(room.used_share)::double precision) AS needed_bytes FROM (((row_width width JOIN '
        'pg_namespace nsp ON ((nsp.nspname = width.schema_name))) JOIN pg_class tab ON '
        '(((tab.relnamespace = nsp.oid) AND (tab.relname = width.table_name)))) CROSS JOIN '
        'LATERAL ( SELECT (COALESCE(min((pg_options_to_table.option_value)::numeric), '
        '(100)::numeric) / (100)::numeric) AS "?column?" FROM '
        'pg_options_to_table(tab.reloptions) pg_options_to_table(option_name, option_value) '
        'WHERE (pg_options_to_table.option_name = ''fillfactor''::text)) room(used_share)) '
        'WHERE ((tab.relkind = ANY (ARRAY[''r''::"char", ''m''::"char"])) AND (tab.reltuples > '
        '(0)::double precision)) ) SELECT schema_name, table_name, (estimated_rows)::bigint AS '
        'estimated_rows, bytes, (GREATEST(((bytes)::double precision - needed_bytes), '
        '(0)::double precision))::bigint AS estimated_empty_bytes, '
        'round((GREATEST(((1)::double precision - (needed_bytes / (NULLIF(bytes, 0))::double '
        'precision)), (0)::double precision))::numeric, 2) AS estimated_empty_share FROM '
        'measured WHERE (schema_name <> ALL (ARRAY[''pg_catalog''::name, '
        '''information_schema''::name]))'
    )
) as meant (view_name, definition);

select * from finish();

rollback;
