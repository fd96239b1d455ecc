-- Seals end a minute before the present by default, which forgives a clock that differs that much
-- after a switch to another server.

create or replace function public.seal_audit_logs(
    p_lag interval default '1 minute',
    p_patience interval default '10 seconds'
)
returns integer
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    v_now constant timestamptz := clock_timestamp() - p_lag;
    v_previous public.audit_seals;
    v_seal public.audit_seals;
    v_seals_made integer := 0;
    v_since timestamptz;
begin
    -- One sealer at a time; readers of seals do not wait.
    lock table public.audit_seals in share row exclusive mode;
    perform public.wait_for_writers(p_patience);

    select * into v_previous from public.audit_seals order by seal_number desc limit 1;
    v_seal.entries_from := coalesce(v_previous.entries_until, '-infinity');
    v_since := coalesce(
        v_previous.entries_until,
        (select min(occurred_at) from public.audit_logs)
    );

    while v_seal.entries_from < v_now loop
        v_seal.entries_until := least(
            v_now,
            date_trunc('day', v_since, 'UTC') + interval '24 hours'
        );

        select entry_count, digest
        into strict v_seal.entry_count, v_seal.entries_digest
        from public.audit_entries_digest(v_seal.entries_from, v_seal.entries_until);

        -- A quiet hour gets no seal of its own; it becomes part of the next.
        exit when v_seal.entry_count = 0 and v_seal.entries_until = v_now;

        v_seal.seal_number := coalesce(v_previous.seal_number, 0) + 1;
        v_seal.sealed_at := clock_timestamp();
        v_seal.digest := public.audit_seal_digest(
            v_previous.digest,
            v_seal.seal_number,
            v_seal.entries_from,
            v_seal.entries_until,
            v_seal.entry_count,
            v_seal.entries_digest
        );

        insert into public.audit_seals values (v_seal.*);
        v_seals_made := v_seals_made + 1;
        v_previous := v_seal;
        v_seal.entries_from := v_seal.entries_until;
        v_since := v_seal.entries_until;
    end loop;

    return v_seals_made;
end;
$$;

comment on function public.seal_audit_logs is
    'Seals the entries since the last seal, a day at most in each; returns how many seals it made.';
