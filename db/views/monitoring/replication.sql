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
comment on column monitoring.replication.slot_name is
    'Name of the slot; null for a standby without one.';
comment on column monitoring.replication.consumer is
    'What the standby calls itself, else the plugin of the slot, else none.';
comment on column monitoring.replication.state is
    'How far the standby is: `startup`, `catchup`, `streaming`, `backup`; null if nobody is connected.';
comment on column monitoring.replication.sync_state is
    'Whether commits wait for it: `async`, `potential`, `sync`, `quorum`.';
comment on column monitoring.replication.is_connected is 'False for a slot that nobody reads.';
comment on column monitoring.replication.bytes_behind is
    'WAL that the standby has not replayed yet; null if nobody is connected.';
comment on column monitoring.replication.time_behind is
    'Time between a commit here and its replay there, lately; null if there was none.';
comment on column monitoring.replication.wal_bytes_kept is 'WAL that the server may not remove.';
comment on column monitoring.replication.wal_status is
    'Whether the WAL that the slot needs is still there: `reserved`, `extended`, `unreserved`, `lost`.';
