-- A transaction that began to write earlier may still commit entries with earlier times. As long as
-- it runs it holds a lock on its own number, which readers do not have. (Snapshots would not do:
-- they leave out those that began after the last one that ended.)

create or replace function public.wait_for_writers(p_patience interval)
returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_deadline constant timestamptz := clock_timestamp() + p_patience;
    v_writers constant xid[] := array(
        select transactionid
        from
            pg_locks
            left join pg_stat_activity as session using (pid)
        where
            locktype = 'transactionid'
            and mode = 'ExclusiveLock'
            and pid is distinct from pg_backend_pid()
            and coalesce(session.datname, current_database()) = current_database()
    );
begin
    if current_setting('transaction_isolation') <> 'read committed' then
        raise exception
            using
                errcode = 'BD802',
                message = 'audit entries cannot be sealed in a transaction that sees no news',
                hint = 'Run it at isolation level read committed.';
    end if;

    while exists (
        select
        from pg_locks
        where
            locktype = 'transactionid'
            and mode = 'ExclusiveLock'
            and transactionid = any(v_writers)
    )
    loop
        if clock_timestamp() >= v_deadline then
            raise exception
                using
                    errcode = 'BD802',
                    message = format('a transaction has been writing for more than %s', p_patience),
                    hint = 'Seal later; monitoring.long_transactions shows which one it is.';
        end if;

        perform pg_sleep(0.02);
    end loop;
end;
$$;

comment on function public.wait_for_writers is
    'Returns once all other transactions that were writing have ended; BD802 if they do not.';
