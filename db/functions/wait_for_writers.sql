-- A transaction that began to write earlier may still commit entries with earlier times. Its number
-- is among those that the present snapshot counts as running; readers have none.

create or replace function public.wait_for_writers(p_patience interval)
returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_next_transaction constant xid8 := pg_snapshot_xmax(pg_current_snapshot());
    v_deadline constant timestamptz := clock_timestamp() + p_patience;
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
        from pg_snapshot_xip(pg_current_snapshot()) as running (transaction)
        where running.transaction < v_next_transaction
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
