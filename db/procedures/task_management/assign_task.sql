create or replace procedure public.assign_task(p_task_id uuid, p_assignee_id uuid, p_actor_id uuid)
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_task public.tasks := public.lock_task(p_task_id);
begin
    perform public.require_permission(p_actor_id, v_task.project_id, 'task.manage');
    perform public.require_eligible(p_assignee_id, v_task.project_id, 'task.work');
    perform public.require_open_task(v_task);

    if v_task.assigned_to = p_assignee_id then
        return;
    end if;

    if v_task.assigned_to is not null then
        raise sqlstate 'BD505'
        using
            message = 'somebody has the task already',
            detail = format('task %s is assigned to %s', p_task_id, v_task.assigned_to),
            hint = 'public.reassign_task() passes it on.';
    end if;

    update public.tasks as task
    set
        assigned_to = p_assignee_id,
        assigned_by = p_actor_id
    where task.id = p_task_id;

    perform public.record_activity(
        p_actor_id,
        v_task.project_id,
        'assign',
        'task.assigned',
        'task',
        p_task_id,
        jsonb_build_object('to', p_assignee_id)
    );
end;
$$;

comment on procedure public.assign_task is
    'Gives a task that nobody has to somebody who may work on it; once more changes nothing.';
