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
comment on column monitoring.index_use.schema_name is 'Schema of the table and its index.';
comment on column monitoring.index_use.table_name is 'Name of the table.';
comment on column monitoring.index_use.index_name is 'Name of the index.';
comment on column monitoring.index_use.scans is
    'Scans on this server only: an index may serve queries that go to a standby.';
comment on column monitoring.index_use.last_scan is
    'When a scan last used it; null if none has since the counters began.';
comment on column monitoring.index_use.entries_read is 'Entries that scans have returned.';
comment on column monitoring.index_use.bytes is 'Length of its file.';
comment on column monitoring.index_use.is_unique is 'Whether it keeps a rule, used or not.';
comment on column monitoring.index_use.is_valid is
    'False after a concurrent build that failed: drop the index and build it again.';
