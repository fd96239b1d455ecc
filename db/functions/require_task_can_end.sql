create or replace function public.require_task_can_end(p_task_id uuid)
returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $$
declare
    v_obstacle record;
begin
    select *
    into v_obstacle
    from public.task_end_obstacles(p_task_id) as obstacle
    limit 1;

    if found then
        raise sqlstate 'BD507'
        using
            message = format('"%s" %s', v_obstacle.title, v_obstacle.reason),
            detail = format('task %s is %s', v_obstacle.task_id, v_obstacle.status),
            hint = 'public.task_end_obstacles() lists all that keeps the task from ending.';
    end if;
end;
$$;

comment on function public.require_task_can_end is
    'Refuses with BD507 to end a task that task_end_obstacles() lists something for.';
