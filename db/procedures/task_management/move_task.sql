create or replace procedure public.move_task(
    p_task_id uuid,
    p_parent_task_id uuid,
    p_sequence_order integer,
    p_actor_id uuid
)
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_task public.tasks := public.lock_task(p_task_id, p_parent_task_id);
begin
    perform public.require_permission(p_actor_id, v_task.project_id, 'task.manage');
    perform public.require_open_task(v_task);
    perform public.hold_parent_open(p_parent_task_id, v_task.project_id);

    if
        v_task.parent_task_id is not distinct from p_parent_task_id
        and v_task.sequence_order is not distinct from p_sequence_order
    then
        return;
    end if;

    -- A trigger refuses circles of every writer.
    update public.tasks as task
    set
        parent_task_id = p_parent_task_id,
        sequence_order = p_sequence_order
    where task.id = p_task_id;

    perform public.record_activity(
        p_actor_id,
        v_task.project_id,
        'update',
        'task.moved',
        'task',
        p_task_id,
        jsonb_build_object('from', v_task.parent_task_id, 'to', p_parent_task_id)
    );
end;
$$;

comment on procedure public.move_task is
    'Makes a task part of another of its project, or of none; never of itself or of its own parts.';
