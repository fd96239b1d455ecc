create or replace procedure public.put_back_task(p_task_id uuid, p_actor_id uuid)
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_task public.tasks := public.lock_task(p_task_id);
begin
    perform public.authorize_task_step(v_task, 'put_back', 'pending', p_actor_id);

    update public.tasks as task
    set status = 'pending'
    where task.id = p_task_id;

    perform public.record_activity(
        p_actor_id,
        v_task.project_id,
        'update',
        'task.put_back',
        'task',
        p_task_id,
        jsonb_build_object('from', v_task.status)
    );
end;
$$;

comment on procedure public.put_back_task is
    'Puts a task back among those nobody is busy with; its assignee and hours stay.';
