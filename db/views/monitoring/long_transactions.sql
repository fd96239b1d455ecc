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
