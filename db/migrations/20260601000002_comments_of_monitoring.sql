-- Every column of the monitoring views says what it holds and in which unit.

-- migrate:up

comment on column monitoring.audit_seal_lag.last_seal_number is
    'Number of the newest seal; null before the first.';
comment on column monitoring.audit_seal_lag.last_sealed_at is 'When it was made.';
comment on column monitoring.audit_seal_lag.unsealed_for is 'Time since the end of what it covers.';

comment on column monitoring.autovacuum_lag.schema_name is 'Schema of the table.';
comment on column monitoring.autovacuum_lag.table_name is 'Name of the table.';
comment on column monitoring.autovacuum_lag.live_rows is 'Rows, as the counters estimate them.';
comment on column monitoring.autovacuum_lag.dead_rows is
    'Row versions that nobody will see again and no vacuum has removed.';
comment on column monitoring.autovacuum_lag.last_vacuum is
    'When it was last vacuumed, by hand or by autovacuum; null if never.';
comment on column monitoring.autovacuum_lag.last_analyze is
    'When its statistics were last taken, by hand or by autovacuum; null if never.';

comment on column monitoring.cache_hits.schema_name is 'Schema of the table.';
comment on column monitoring.cache_hits.table_name is 'Name of the table.';
comment on column monitoring.cache_hits.table_pages is
    'Pages of the table asked for since the counters began.';
comment on column monitoring.cache_hits.table_hit_share is
    'Share of them found in shared buffers, 0 to 1; null if none was asked for.';
comment on column monitoring.cache_hits.index_pages is
    'Pages of its indexes asked for since the counters began.';
comment on column monitoring.cache_hits.index_hit_share is
    'Share of them found in shared buffers, 0 to 1; null if none was asked for.';

comment on column monitoring.index_use.schema_name is 'Schema of the table and its index.';
comment on column monitoring.index_use.table_name is 'Name of the table.';
comment on column monitoring.index_use.index_name is 'Name of the index.';
comment on column monitoring.index_use.last_scan is
    'When a scan last used it; null if none has since the counters began.';
comment on column monitoring.index_use.entries_read is 'Entries that scans have returned.';
comment on column monitoring.index_use.bytes is 'Length of its file.';

comment on column monitoring.long_transactions.pid is
    'Process id of the session, for pg_cancel_backend and pg_terminate_backend.';
comment on column monitoring.long_transactions.database_user is
    'Role that the session signed in as.';
comment on column monitoring.long_transactions.application_name is 'What the client calls itself.';
comment on column monitoring.long_transactions.state is
    'What the session does now; `idle in transaction` waits for its client.';
comment on column monitoring.long_transactions.running_for is 'Time since the transaction began.';
comment on column monitoring.long_transactions.in_state_for is 'Time since the state last changed.';
comment on column monitoring.long_transactions.wait_event_type is
    'Kind of what it waits for: Lock, IO, Client; null if it works.';
comment on column monitoring.long_transactions.wait_event is 'What it waits for; null if it works.';
comment on column monitoring.long_transactions.query is
    'The present or last statement, its first 1000 characters.';

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
comment on column monitoring.replication.wal_status is
    'Whether the WAL that the slot needs is still there: `reserved`, `extended`, `unreserved`, `lost`.';

comment on column monitoring.statements.database_user is 'Role that ran it.';
comment on column monitoring.statements.query_id is
    'Number that equal statements share, whatever their constants.';
comment on column monitoring.statements.query is 'The statement, with $1, $2 … for its constants.';
comment on column monitoring.statements.calls is 'How often it was run.';
comment on column monitoring.statements.total_ms is 'Time it took in all.';
comment on column monitoring.statements.max_ms is 'Time its slowest run took.';
comment on column monitoring.statements.result_rows is 'Rows it returned or changed in all.';
comment on column monitoring.statements.pages_hit is 'Pages it found in shared buffers.';
comment on column monitoring.statements.pages_read is 'Pages it had to read from elsewhere.';
comment on column monitoring.statements.temp_pages_written is
    'Pages it wrote to temporary files, for want of work_mem.';
comment on column monitoring.statements.wal_bytes is 'WAL it wrote.';
comment on column monitoring.statements.mean_ms is 'Time a run took on average.';
comment on column monitoring.statements.share_of_time is
    'Share of the time of all statements, 0 to 1.';

comment on column monitoring.table_bloat.schema_name is 'Schema of the table.';
comment on column monitoring.table_bloat.table_name is 'Name of the table.';
comment on column monitoring.table_bloat.estimated_rows is
    'Rows, as of the last ANALYZE or VACUUM.';
comment on column monitoring.table_bloat.bytes is
    'Length of its file, without indexes and long values.';
comment on column monitoring.table_bloat.estimated_empty_bytes is 'What of it holds no row.';
comment on column monitoring.table_bloat.estimated_empty_share is
    'The same as a share of its length, 0 to 1.';

-- migrate:down

comment on column monitoring.table_bloat.estimated_empty_share is null;
comment on column monitoring.table_bloat.estimated_empty_bytes is null;
comment on column monitoring.table_bloat.bytes is null;
comment on column monitoring.table_bloat.estimated_rows is null;
comment on column monitoring.table_bloat.table_name is null;
comment on column monitoring.table_bloat.schema_name is null;
comment on column monitoring.statements.share_of_time is null;
comment on column monitoring.statements.mean_ms is null;
comment on column monitoring.statements.wal_bytes is null;
comment on column monitoring.statements.temp_pages_written is null;
comment on column monitoring.statements.pages_read is null;
comment on column monitoring.statements.pages_hit is null;
comment on column monitoring.statements.result_rows is null;
comment on column monitoring.statements.max_ms is null;
comment on column monitoring.statements.total_ms is null;
comment on column monitoring.statements.calls is null;
comment on column monitoring.statements.query is null;
comment on column monitoring.statements.query_id is null;
comment on column monitoring.statements.database_user is null;
comment on column monitoring.replication.wal_status is null;
comment on column monitoring.replication.time_behind is null;
comment on column monitoring.replication.bytes_behind is null;
comment on column monitoring.replication.is_connected is null;
comment on column monitoring.replication.sync_state is null;
comment on column monitoring.replication.state is null;
comment on column monitoring.replication.consumer is null;
comment on column monitoring.replication.slot_name is null;
comment on column monitoring.long_transactions.query is null;
comment on column monitoring.long_transactions.wait_event is null;
comment on column monitoring.long_transactions.wait_event_type is null;
comment on column monitoring.long_transactions.in_state_for is null;
comment on column monitoring.long_transactions.running_for is null;
comment on column monitoring.long_transactions.state is null;
comment on column monitoring.long_transactions.application_name is null;
comment on column monitoring.long_transactions.database_user is null;
comment on column monitoring.long_transactions.pid is null;
comment on column monitoring.index_use.bytes is null;
comment on column monitoring.index_use.entries_read is null;
comment on column monitoring.index_use.last_scan is null;
comment on column monitoring.index_use.index_name is null;
comment on column monitoring.index_use.table_name is null;
comment on column monitoring.index_use.schema_name is null;
comment on column monitoring.cache_hits.index_hit_share is null;
comment on column monitoring.cache_hits.index_pages is null;
comment on column monitoring.cache_hits.table_hit_share is null;
comment on column monitoring.cache_hits.table_pages is null;
comment on column monitoring.cache_hits.table_name is null;
comment on column monitoring.cache_hits.schema_name is null;
comment on column monitoring.autovacuum_lag.last_analyze is null;
comment on column monitoring.autovacuum_lag.last_vacuum is null;
comment on column monitoring.autovacuum_lag.dead_rows is null;
comment on column monitoring.autovacuum_lag.live_rows is null;
comment on column monitoring.autovacuum_lag.table_name is null;
comment on column monitoring.autovacuum_lag.schema_name is null;
comment on column monitoring.audit_seal_lag.unsealed_for is null;
comment on column monitoring.audit_seal_lag.last_sealed_at is null;
comment on column monitoring.audit_seal_lag.last_seal_number is null;
