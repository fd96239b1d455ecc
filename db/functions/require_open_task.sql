create or replace function public.require_open_task(p_task public.tasks)
returns void
language plpgsql
immutable
set search_path = pg_catalog, pg_temp
as $$
begin
    if p_task.status not in ('pending', 'in_progress', 'blocked', 'needs_review') then
        raise sqlstate 'BD503'
        using
            message = format('the task is %s', p_task.status),
            detail = format('task %s', p_task.id),
            hint = 'Reopen it first.';
    end if;
end;
$$;

comment on function public.require_open_task is
    'Refuses with BD503 to change who does a task, or where it belongs, after it has ended.';
