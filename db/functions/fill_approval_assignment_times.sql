create or replace function public.fill_approval_assignment_times()
returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
    if new.decision is not null and new.decided_at is null then
        new.decided_at := clock_timestamp();
    end if;
    if new.delegated_to is not null and new.delegated_at is null then
        new.delegated_at := clock_timestamp();
    end if;

    return new;
end;
$$;

comment on function public.fill_approval_assignment_times is
    'Row trigger: notes when a vote is cast or passed on unless the writer did.';
