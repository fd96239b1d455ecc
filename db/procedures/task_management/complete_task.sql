create or replace procedure public.complete_task(p_task_id uuid, p_actor_id uuid)
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_task public.tasks := public.lock_task(p_task_id);
begin
    perform public.authorize_task_step(v_task, 'complete', 'completed', p_actor_id);
    perform public.require_task_can_end(p_task_id);

    update public.tasks as task
    set
        status = 'completed',
        started_at = coalesce(task.started_at, clock_timestamp())
    where task.id = p_task_id;

    perform public.record_activity(
        p_actor_id,
        v_task.project_id,
        'update',
        'task.completed',
        'task',
        p_task_id,
        jsonb_build_object('from', v_task.status)
    );
end;
$$;

comment on procedure public.complete_task is
    'Finishes a task; refused with BD507 while a part of it, or what it has to wait for, is open.';
