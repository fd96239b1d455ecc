create or replace function public.fill_approval_request_times()
returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
    if new.status not in ('pending', 'in_review') then
        if new.completed_at is null then
            new.completed_at := clock_timestamp();
        end if;
    elsif tg_op = 'UPDATE' then
        -- Open again. A writer who gives another time meant it, and is refused by a check.
        if new.completed_at is not distinct from old.completed_at then
            new.completed_at := null;
        end if;
    end if;

    return new;
end;
$$;

comment on function public.fill_approval_request_times is
    'Row trigger: notes when a request is closed, and forgets it when the request is open again.';
