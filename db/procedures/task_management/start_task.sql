create or replace procedure public.start_task(p_task_id uuid, p_actor_id uuid)
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_task public.tasks := public.lock_task(p_task_id);
    v_obstacle record;
begin
    perform public.authorize_task_step(v_task, 'start', 'in_progress', p_actor_id);

    select *
    into v_obstacle
    from public.task_start_obstacles(p_task_id) as obstacle
    limit 1;

    if found then
        raise sqlstate 'BD507'
        using
            message = format('"%s" %s', v_obstacle.title, v_obstacle.reason),
            detail = format('task %s is %s', v_obstacle.task_id, v_obstacle.status),
            hint = 'public.task_start_obstacles() lists all that the task waits for.';
    end if;

    update public.tasks as task
    set
        status = 'in_progress',
        assigned_to = coalesce(task.assigned_to, p_actor_id),
        assigned_by = case
            when task.assigned_to is null then p_actor_id
            else task.assigned_by
        end
    where task.id = p_task_id;

    perform public.record_activity(
        p_actor_id,
        v_task.project_id,
        'update',
        'task.started',
        'task',
        p_task_id,
        jsonb_build_object('from', v_task.status)
    );
end;
$$;

comment on procedure public.start_task is
    'Begins work on a task, or takes it up again; what nobody has becomes the actor''s.';
