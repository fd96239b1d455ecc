create or replace function public.fill_task_times()
returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
    if tg_op = 'UPDATE' then
        -- Another assignee: the old times and names say nothing about this assignment.
        if new.assigned_to is distinct from old.assigned_to then
            if new.assigned_at is not distinct from old.assigned_at then
                new.assigned_at := null;
            end if;
            if new.assigned_to is null and new.assigned_by is not distinct from old.assigned_by then
                new.assigned_by := null;
            end if;
        end if;

        -- Taken up again. A writer who gives another time meant it, and is refused by a check.
        if new.status in ('pending', 'in_progress', 'blocked', 'needs_review')
            and new.completed_at is not distinct from old.completed_at
        then
            new.completed_at := null;
        end if;
    end if;

    if new.assigned_to is not null and new.assigned_at is null then
        new.assigned_at := clock_timestamp();
    end if;
    if new.status = 'in_progress' and new.started_at is null then
        new.started_at := clock_timestamp();
    end if;
    if new.status = 'completed' and new.completed_at is null then
        new.completed_at := clock_timestamp();
    end if;

    return new;
end;
$$;

comment on function public.fill_task_times is
    'Row trigger: notes when a task is assigned, begun and finished unless the writer did.';
