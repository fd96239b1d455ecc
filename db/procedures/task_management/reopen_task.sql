create or replace procedure public.reopen_task(p_task_id uuid, p_reason text, p_actor_id uuid)
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_parent_id uuid := (
        select task.parent_task_id
        from public.tasks as task
        where task.id = p_task_id
    );
    v_task public.tasks := public.lock_task(p_task_id, v_parent_id);
    v_status public.task_status_enum := case v_task.status
        when 'cancelled' then 'pending'
        else 'in_progress'
    end;
begin
    if v_task.parent_task_id is distinct from v_parent_id then
        raise sqlstate 'BD505'
        using
            message = 'the task was moved meanwhile',
            detail = format('task %s', p_task_id);
    end if;

    perform public.authorize_task_step(v_task, 'reopen', v_status, p_actor_id);
    perform public.require_reason(p_reason);
    perform public.hold_parent_open(v_parent_id, v_task.project_id);

    update public.tasks as task
    set status = v_status
    where task.id = p_task_id;

    perform public.record_activity(
        p_actor_id,
        v_task.project_id,
        'update',
        'task.reopened',
        'task',
        p_task_id,
        jsonb_build_object('from', v_task.status, 'reason', p_reason)
    );
end;
$$;

comment on procedure public.reopen_task is
    'Takes up a task again that was completed, rejected or cancelled; not under an ended parent.';
