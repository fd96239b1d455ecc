-- The caller says whom the task is taken from. Of two who pass the same task on at once, both read
-- the old name; the second finds another one and is told, instead of undoing what the first did.

create or replace procedure public.reassign_task(
    p_task_id uuid,
    p_from_id uuid,
    p_to_id uuid,
    p_actor_id uuid
)
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_task public.tasks := public.lock_task(p_task_id);
begin
    perform public.require_permission(p_actor_id, v_task.project_id, 'task.manage');
    perform public.require_open_task(v_task);

    if p_to_id is not null then
        perform public.require_eligible(p_to_id, v_task.project_id, 'task.work');
    end if;

    if v_task.assigned_to is not distinct from p_to_id then
        return;
    end if;

    if v_task.assigned_to is distinct from p_from_id then
        raise sqlstate 'BD505'
        using
            message = 'somebody else has the task by now',
            detail = format(
                'task %s is assigned to %s',
                p_task_id,
                coalesce(v_task.assigned_to::text, 'nobody')
            );
    end if;

    update public.tasks as task
    set
        assigned_to = p_to_id,
        assigned_by = case when p_to_id is not null then p_actor_id end
    where task.id = p_task_id;

    perform public.record_activity(
        p_actor_id,
        v_task.project_id,
        case when p_to_id is null then 'unassign' else 'assign' end::public.activity_type_enum,
        'task.reassigned',
        'task',
        p_task_id,
        jsonb_build_object('from', p_from_id, 'to', p_to_id)
    );
end;
$$;

comment on procedure public.reassign_task is
    'Passes a task on from one person to another or to nobody; BD505 if the first has it no more.';
