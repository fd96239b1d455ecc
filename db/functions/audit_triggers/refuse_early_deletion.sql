-- Seals are retired from the oldest on, so that everything before the end of the last one may go.

create or replace function public.refuse_early_deletion()
returns trigger
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    v_retired_until timestamptz;
    v_early bigint;
begin
    select coalesce(max(entries_until), '-infinity')
    into strict v_retired_until
    from public.audit_retirements;

    select count(*) into strict v_early from old_rows where occurred_at >= v_retired_until;

    if v_early > 0 then
        raise exception
            using
                errcode = 'BD801',
                message = format('audit_logs refuses to delete %s entries: they are kept', v_early),
                hint = 'public.retire_audit_logs removes sealed entries whose time has come.',
                schema = tg_table_schema,
                table = tg_table_name;
    end if;

    return null;
end;
$$;

comment on function public.refuse_early_deletion is
    'Statement trigger: fails with BD801 if an audit entry goes whose seal is not retired.';
