-- What the server knows about itself, in units that a person can read.

-- migrate:up

create schema monitoring;
comment on schema monitoring is 'Views for whoever watches over the server; they hold no rows.';

grant usage on schema monitoring to pg_monitor;

-- The extension is the server's business: it must be preloaded, and creating it takes a superuser.
-- So no migration creates it, and this looks for it anew at each call.

create or replace function monitoring.read_statements()
returns table (
    database_user name,
    query_id bigint,
    query text,
    calls bigint,
    total_ms double precision,
    max_ms double precision,
    result_rows bigint,
    pages_hit bigint,
    pages_read bigint,
    temp_pages_written bigint,
    wal_bytes numeric
)
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $$
declare
    v_schema constant name := (
        select extnamespace::regnamespace
        from pg_extension
        where extname = 'pg_stat_statements'
    );
begin
    if v_schema is null or current_setting('pg_stat_statements.max', true) is null then
        return;
    end if;

    return query execute format(
        'select
            pg_get_userbyid(userid),
            queryid,
            query,
            calls,
            total_exec_time,
            max_exec_time,
            rows,
            shared_blks_hit,
            shared_blks_read,
            temp_blks_written,
            wal_bytes
        from %I.pg_stat_statements
        where dbid = (select oid from pg_database where datname = current_database())',
        v_schema
    );
end;
$$;

comment on function monitoring.read_statements is
    'The statements of this database in pg_stat_statements; none where that is not installed.';

revoke execute on function monitoring.read_statements from public;
grant execute on function monitoring.read_statements to pg_monitor;

create or replace view monitoring.index_use
with (security_invoker = true)
as
    select
        stat.schemaname as schema_name,
        stat.relname as table_name,
        stat.indexrelname as index_name,
        stat.idx_scan as scans,
        stat.last_idx_scan as last_scan,
        stat.idx_tup_read as entries_read,
        pg_catalog.pg_relation_size(stat.indexrelid) as bytes,
        ind.indisunique or ind.indisprimary as is_unique,
        ind.indisvalid as is_valid
    from
        pg_catalog.pg_stat_user_indexes as stat
        join pg_catalog.pg_index as ind on ind.indexrelid = stat.indexrelid;

comment on view monitoring.index_use is
    'How often each index was used since the counters began; rarely used, large ones cost writes.';
comment on column monitoring.index_use.scans is
    'Scans on this server only: an index may serve queries that go to a standby.';
comment on column monitoring.index_use.is_unique is 'Whether it keeps a rule, used or not.';
comment on column monitoring.index_use.is_valid is
    'False after a concurrent build that failed: drop the index and build it again.';

-- An estimate from the last ANALYZE: rows times their mean width, against the length of the file.
-- Small tables say little. pgstattuple counts exactly, and reads everything to do so.

create or replace view monitoring.table_bloat
with (security_invoker = true)
as
    with
        row_width as (
            select
                schemaname as schema_name,
                tablename as table_name,
                -- A row has a header of 24 bytes and a pointer of 4, and begins at a multiple of 8.
                28 + ceil(sum((1 - null_frac) * avg_width) / 8) * 8 as bytes
            from pg_catalog.pg_stats
            where not inherited
            group by schemaname, tablename
        ),
        measured as (
            select
                width.schema_name,
                width.table_name,
                tab.reltuples as estimated_rows,
                pg_catalog.pg_relation_size(tab.oid) as bytes,
                tab.reltuples * width.bytes / room.used_share as needed_bytes
            from
                row_width as width
                join pg_catalog.pg_namespace as nsp on nsp.nspname = width.schema_name
                join pg_catalog.pg_class as tab
                    on tab.relnamespace = nsp.oid and tab.relname = width.table_name
                cross join lateral (
                    select coalesce(min(option_value::numeric), 100) / 100
                    from pg_catalog.pg_options_to_table(tab.reloptions)
                    where option_name = 'fillfactor'
                ) as room (used_share)
            where tab.relkind in ('r', 'm') and tab.reltuples > 0
        )
    select
        schema_name,
        table_name,
        estimated_rows::bigint as estimated_rows,
        bytes,
        greatest(bytes - needed_bytes, 0)::bigint as estimated_empty_bytes,
        round(greatest(1 - needed_bytes / nullif(bytes, 0), 0)::numeric, 2) as estimated_empty_share
    from measured
    where schema_name not in ('pg_catalog', 'information_schema');

comment on view monitoring.table_bloat is
    'How much of each table is estimated to be empty, beyond the room that its fillfactor keeps.';

create or replace view monitoring.long_transactions
with (security_invoker = true)
as
    select
        pid,
        usename as database_user,
        application_name,
        state,
        clock_timestamp() - xact_start as running_for,
        clock_timestamp() - state_change as in_state_for,
        pg_catalog.age(backend_xmin) as transactions_held_back,
        pg_catalog.pg_blocking_pids(pid) as blocked_by,
        wait_event_type,
        wait_event,
        left(query, 1000) as query
    from pg_catalog.pg_stat_activity
    where
        xact_start is not null
        and backend_type = 'client backend'
        and pid <> pg_catalog.pg_backend_pid();

comment on view monitoring.long_transactions is
    'Open transactions of other sessions; the old ones keep vacuum from removing dead rows.';
comment on column monitoring.long_transactions.transactions_held_back is
    'Transactions since the snapshot it reads from: dead rows younger than that stay.';
comment on column monitoring.long_transactions.blocked_by is
    'Process ids of the sessions it waits for, empty if it does not.';

create or replace view monitoring.cache_hits
with (security_invoker = true)
as
    select
        schemaname as schema_name,
        relname as table_name,
        heap_blks_hit + heap_blks_read as table_pages,
        round(
            heap_blks_hit::numeric / nullif(heap_blks_hit + heap_blks_read, 0),
            4
        ) as table_hit_share,
        idx_blks_hit + idx_blks_read as index_pages,
        round(idx_blks_hit::numeric / nullif(idx_blks_hit + idx_blks_read, 0), 4) as index_hit_share
    from pg_catalog.pg_statio_user_tables;

comment on view monitoring.cache_hits is
    'Share of pages found in shared buffers, by table; the system''s cache or a disk had the rest.';

create or replace view monitoring.replication
with (security_invoker = true)
as
    select
        slot.slot_name,
        coalesce(standby.application_name, slot.plugin, 'none') as consumer,
        standby.state,
        standby.sync_state,
        slot.active is not false as is_connected,
        pg_catalog.pg_wal_lsn_diff(present.lsn, standby.replay_lsn) as bytes_behind,
        standby.replay_lag as time_behind,
        pg_catalog.pg_wal_lsn_diff(present.lsn, slot.restart_lsn) as wal_bytes_kept,
        slot.wal_status
    from
        pg_catalog.pg_stat_replication as standby
        full join pg_catalog.pg_replication_slots as slot on slot.active_pid = standby.pid
        cross join lateral (
            select
                case
                    when pg_catalog.pg_is_in_recovery() then pg_catalog.pg_last_wal_replay_lsn()
                    else pg_catalog.pg_current_wal_lsn()
                end
        ) as present (lsn);

comment on view monitoring.replication is
    'Standbys and slots; a slot that nobody reads keeps WAL until the disk is full.';
comment on column monitoring.replication.wal_bytes_kept is 'WAL that the server may not remove.';

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
comment on column monitoring.autovacuum_lag.vacuum_due is
    'Dead rows, as a multiple of those that call for a vacuum.';
comment on column monitoring.autovacuum_lag.analyze_due is
    'Changed rows, as a multiple of those that call for new statistics.';
comment on column monitoring.autovacuum_lag.freeze_due is
    'Age of the oldest row, as a share of the age that forces a vacuum against wraparound.';
comment on column monitoring.autovacuum_lag.hot_share is
    'Share of updates that wrote no index entry (HOT).';

create or replace view monitoring.audit_seal_lag
with (security_invoker = true)
as
    select
        max(seal_number) as last_seal_number,
        max(sealed_at) as last_sealed_at,
        clock_timestamp() - max(entries_until) as unsealed_for
    from public.audit_seals;

comment on view monitoring.audit_seal_lag is
    'How long a stretch of the audit log is not sealed yet, and could be altered unnoticed.';

create or replace view monitoring.statements
with (security_invoker = true)
as
    select
        stat.*,
        round((stat.total_ms / nullif(stat.calls, 0))::numeric, 3) as mean_ms,
        round((stat.total_ms / nullif(sum(stat.total_ms) over (), 0))::numeric, 4) as share_of_time
    from monitoring.read_statements() as stat;

comment on view monitoring.statements is
    'What statements cost, from pg_stat_statements; no rows where the server does not collect it.';

grant select on all tables in schema monitoring to pg_monitor;
grant select on public.audit_seals to pg_monitor;

-- migrate:down

revoke select on public.audit_seals from pg_monitor;
drop view monitoring.statements;
drop view monitoring.audit_seal_lag;
drop view monitoring.autovacuum_lag;
drop view monitoring.replication;
drop view monitoring.cache_hits;
drop view monitoring.long_transactions;
drop view monitoring.table_bloat;
drop view monitoring.index_use;
drop function monitoring.read_statements();
drop schema monitoring;
