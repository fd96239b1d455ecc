create or replace function public.fill_session_participant_times()
returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
    -- Back in the room.
    if tg_op = 'UPDATE' and new.status = 'joined'
        and new.left_at is not distinct from old.left_at
    then
        new.left_at := null;
    end if;

    if new.status in ('joined', 'left') and new.joined_at is null then
        new.joined_at := clock_timestamp();
    end if;
    if new.status = 'left' and new.left_at is null then
        new.left_at := clock_timestamp();
    end if;

    return new;
end;
$$;

comment on function public.fill_session_participant_times is
    'Row trigger: notes when a participant comes and goes unless the writer did.';
