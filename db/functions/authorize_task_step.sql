create or replace function public.authorize_task_step(
    p_task public.tasks,
    p_action text,
    p_status public.task_status_enum,
    p_actor_id uuid
)
returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $$
declare
    v_permission text := public.require_transition(
        'tasks',
        p_action,
        p_task.status::text,
        p_status::text
    );
begin
    -- Whoever may work on tasks works on their own and on nobody's.
    if v_permission = 'task.work' and p_task.assigned_to <> p_actor_id then
        v_permission := 'task.manage';
    end if;

    perform public.require_permission(p_actor_id, p_task.project_id, v_permission);
end;
$$;

comment on function public.authorize_task_step is
    'Refuses a step of a task that is not legal now, or that the actor may not take.';
