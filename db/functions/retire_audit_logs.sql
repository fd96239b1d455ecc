-- The entries of one seal go at a time, so that a call is a short transaction: call it until it
-- returns null. The seal stays, and so does the chain.

create or replace function public.retire_audit_logs(p_keep interval default '7 years')
returns bigint
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    v_seal public.audit_seals;
begin
    lock table public.audit_retirements in share row exclusive mode;

    select *
    into v_seal
    from public.audit_seals as seal
    where
        not exists (
            select
            from public.audit_retirements as retired
            where retired.seal_number = seal.seal_number
        )
    order by seal_number
    limit 1;

    if not found or v_seal.entries_until > clock_timestamp() - p_keep then
        return null;
    end if;

    insert into public.audit_retirements (seal_number, entries_until)
    values (v_seal.seal_number, v_seal.entries_until);

    delete from public.audit_logs
    where occurred_at >= v_seal.entries_from and occurred_at < v_seal.entries_until;

    perform public.record_audit_event(
        'system_event',
        'retention.applied',
        p_metadata => jsonb_build_object(
            'seal_number', v_seal.seal_number,
            'entry_count', v_seal.entry_count,
            'entries_until', v_seal.entries_until
        )
    );

    return v_seal.seal_number;
end;
$$;

comment on function public.retire_audit_logs is
    'Removes the entries of the oldest seal, once old enough; its number, or null if it is not.';
