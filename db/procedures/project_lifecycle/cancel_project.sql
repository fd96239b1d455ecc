create or replace procedure public.cancel_project(p_project_id uuid, p_reason text, p_actor_id uuid)
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_project public.projects := public.lock_project_for_step(
        p_project_id,
        'cancel',
        'cancelled',
        p_actor_id
    );
    v_tasks bigint;
    v_requests bigint;
begin
    perform public.require_reason(p_reason);

    update public.tasks as task
    set status = 'cancelled'
    where
        task.project_id = p_project_id
        and task.status in ('pending', 'in_progress', 'blocked', 'needs_review');
    get diagnostics v_tasks = row_count;

    update public.approval_requests as request
    set
        status = 'cancelled',
        decision_notes = p_reason
    where
        request.project_id = p_project_id
        and request.status in ('pending', 'in_review');
    get diagnostics v_requests = row_count;

    update public.projects as project
    set status = 'cancelled'
    where project.id = p_project_id;

    perform public.record_activity(
        p_actor_id,
        p_project_id,
        'update',
        'project.cancelled',
        'project',
        p_project_id,
        jsonb_build_object(
            'from', v_project.status,
            'reason', p_reason,
            'cancelled_tasks', v_tasks,
            'cancelled_requests', v_requests
        )
    );
end;
$$;

comment on procedure public.cancel_project is
    'Ends a project unfinished, with a reason; what was open in it is cancelled along with it.';
