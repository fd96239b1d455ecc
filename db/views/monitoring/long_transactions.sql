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
comment on column monitoring.long_transactions.pid is
    'Process id of the session, for pg_cancel_backend and pg_terminate_backend.';
comment on column monitoring.long_transactions.database_user is
    'Role that the session signed in as.';
comment on column monitoring.long_transactions.application_name is 'What the client calls itself.';
comment on column monitoring.long_transactions.state is
    'What the session does now; `idle in transaction` waits for its client.';
comment on column monitoring.long_transactions.running_for is 'Time since the transaction began.';
comment on column monitoring.long_transactions.in_state_for is 'Time since the state last changed.';
comment on column monitoring.long_transactions.transactions_held_back is
    'Transactions since the snapshot it reads from: dead rows younger than that stay.';
comment on column monitoring.long_transactions.blocked_by is
    'Process ids of the sessions it waits for, empty if it does not.';
comment on column monitoring.long_transactions.wait_event_type is
    'Kind of what it waits for: Lock, IO, Client; null if it works.';
comment on column monitoring.long_transactions.wait_event is 'What it waits for; null if it works.';
comment on column monitoring.long_transactions.query is
    'The present or last statement, its first 1000 characters.';
