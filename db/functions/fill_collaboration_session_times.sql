create or replace function public.fill_collaboration_session_times()
returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
    if new.status = 'in_progress' and new.actual_start is null then
        new.actual_start := clock_timestamp();
    end if;

    -- The end of a meeting whose beginning nobody noted would be half of the truth.
    if new.status = 'completed' and new.actual_start is not null and new.actual_end is null then
        new.actual_end := clock_timestamp();
    end if;

    return new;
end;
$$;

comment on function public.fill_collaboration_session_times is
    'Row trigger: notes when a session opens and closes unless the writer did.';
