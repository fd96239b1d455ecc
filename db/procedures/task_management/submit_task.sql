create or replace procedure public.submit_task(p_task_id uuid, p_actor_id uuid)
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_task public.tasks := public.lock_task(p_task_id);
begin
    perform public.authorize_task_step(v_task, 'submit', 'needs_review', p_actor_id);

    update public.tasks as task
    set status = 'needs_review'
    where task.id = p_task_id;

    perform public.record_activity(
        p_actor_id,
        v_task.project_id,
        'update',
        'task.submitted',
        'task',
        p_task_id
    );
end;
$$;

comment on procedure public.submit_task is
    'Hands a task in for review; withdraw_task takes it back.';
