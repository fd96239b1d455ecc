create or replace procedure public.withdraw_task(p_task_id uuid, p_actor_id uuid)
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_task public.tasks := public.lock_task(p_task_id);
begin
    perform public.authorize_task_step(v_task, 'withdraw', 'in_progress', p_actor_id);

    update public.tasks as task
    set status = 'in_progress'
    where task.id = p_task_id;

    perform public.record_activity(
        p_actor_id,
        v_task.project_id,
        'update',
        'task.withdrawn',
        'task',
        p_task_id
    );
end;
$$;

comment on procedure public.withdraw_task is
    'Takes a task back from review before anybody has judged it.';
