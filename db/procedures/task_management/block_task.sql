create or replace procedure public.block_task(p_task_id uuid, p_reason text, p_actor_id uuid)
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_task public.tasks := public.lock_task(p_task_id);
begin
    perform public.authorize_task_step(v_task, 'block', 'blocked', p_actor_id);
    perform public.require_reason(p_reason);

    update public.tasks as task
    set status = 'blocked'
    where task.id = p_task_id;

    perform public.record_activity(
        p_actor_id,
        v_task.project_id,
        'update',
        'task.blocked',
        'task',
        p_task_id,
        jsonb_build_object('from', v_task.status, 'reason', p_reason)
    );
end;
$$;

comment on procedure public.block_task is
    'Says that a task cannot go on, and why; start_task takes it up again.';
