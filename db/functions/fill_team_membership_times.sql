create or replace function public.fill_team_membership_times()
returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
    -- A writer who says only who comes back or goes leaves the times of the time before behind.
    if tg_op = 'UPDATE' then
        if new.status = 'active' and old.status in ('invited', 'left')
            and new.joined_at is not distinct from old.joined_at
        then
            new.joined_at := clock_timestamp();
        end if;
        if new.left_at is not distinct from old.left_at then
            new.left_at := null;
        end if;
    end if;

    if new.status = 'invited' then
        new.joined_at := null;
    elsif new.status = 'active' and new.joined_at is null then
        new.joined_at := clock_timestamp();
    elsif new.status = 'left' and new.left_at is null then
        new.left_at := clock_timestamp();
    end if;

    return new;
end;
$$;

comment on function public.fill_team_membership_times is
    'Row trigger: keeps joined_at and left_at in step with a status that is set or changes.';
