create or replace function public.lock_task(p_task_id uuid, p_other_task_id uuid default null)
returns public.tasks
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_project_id uuid;
    v_task public.tasks;
begin
    select task.project_id
    into v_project_id
    from public.tasks as task
    where task.id = p_task_id;

    if not found then
        raise sqlstate 'BD501'
        using
            message = 'there is no such task',
            detail = format('task %s', p_task_id);
    end if;

    perform public.hold_project_open(v_project_id);

    -- In the order of ids: of two who lock the same pair, one waits before it holds any.
    perform
    from public.tasks as task
    where task.id in (p_task_id, p_other_task_id)
    order by task.id
    for no key update;

    select *
    into v_task
    from public.tasks as task
    where
        task.id = p_task_id
        and task.project_id = v_project_id;

    if not found then
        raise sqlstate 'BD505'
        using
            message = 'the task was moved or deleted meanwhile',
            detail = format('task %s', p_task_id);
    end if;

    return v_task;
end;
$$;

comment on function public.lock_task is
    'Locks a task of an open project, alone or with another one, and returns it as it is now.';
