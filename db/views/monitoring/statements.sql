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
