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
