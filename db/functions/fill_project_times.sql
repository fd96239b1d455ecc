create or replace function public.fill_project_times()
returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_today date := (clock_timestamp() at time zone 'UTC')::date;
begin
    if new.status not in ('completed', 'cancelled') then
        -- Taken up again. A writer who gives another date meant it, and is refused by a check.
        if new.actual_end_date is not distinct from old.actual_end_date then
            new.actual_end_date := null;
        end if;
    elsif new.actual_end_date is null and v_today >= coalesce(new.start_date, v_today) then
        -- A project that was cancelled before its start never ran and has no end.
        new.actual_end_date := v_today;
    end if;

    return new;
end;
$$;

comment on function public.fill_project_times is
    'Row trigger: ends a project today when its status says so, and reopens it likewise.';
