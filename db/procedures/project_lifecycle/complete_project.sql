create or replace procedure public.complete_project(p_project_id uuid, p_actor_id uuid)
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_open bigint;
    v_first text;
begin
    perform public.lock_project_for_step(p_project_id, 'complete', 'completed', p_actor_id);

    select
        count(*),
        min(format('%s %s', obstacle.subject, obstacle.subject_id))
    into
        v_open,
        v_first
    from public.project_completion_obstacles(p_project_id) as obstacle;

    if v_open > 0 then
        raise sqlstate 'BD507'
        using
            message = 'the project has unfinished work',
            detail = format('%s in all, such as %s', v_open, v_first),
            hint = 'public.project_completion_obstacles() lists it.';
    end if;

    update public.projects as project
    set status = 'completed'
    where project.id = p_project_id;

    perform public.record_activity(
        p_actor_id,
        p_project_id,
        'update',
        'project.completed',
        'project',
        p_project_id
    );
end;
$$;

comment on procedure public.complete_project is
    'Ends a project in execution, today in UTC; refused with BD507 while anything in it is open.';
