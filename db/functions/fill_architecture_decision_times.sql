create or replace function public.fill_architecture_decision_times()
returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
    if new.status not in ('proposed', 'review') then
        if new.decided_at is null then
            new.decided_at := clock_timestamp();
        end if;
    elsif tg_op = 'UPDATE' then
        -- Open again. A writer who gives another decider meant it, and is refused by a check.
        if new.decided_at is not distinct from old.decided_at then
            new.decided_at := null;
        end if;
        if new.decided_by is not distinct from old.decided_by then
            new.decided_by := null;
        end if;
    end if;

    return new;
end;
$$;

comment on function public.fill_architecture_decision_times is
    'Row trigger: notes when a decision is made, and forgets it when the question is open again.';
