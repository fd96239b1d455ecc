create or replace procedure public.review_task(
    p_task_id uuid,
    p_verdict public.task_status_enum,
    p_comment text,
    p_actor_id uuid
)
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_task public.tasks := public.lock_task(p_task_id);
begin
    perform public.authorize_task_step(v_task, 'review', p_verdict, p_actor_id);

    if v_task.assigned_to = p_actor_id then
        raise sqlstate 'BD512'
        using
            message = 'nobody reviews their own work',
            detail = format('task %s is assigned to %s', p_task_id, p_actor_id);
    end if;

    if p_verdict = 'rejected' then
        perform public.require_reason(p_comment);
    end if;

    perform public.require_task_can_end(p_task_id);

    update public.tasks as task
    set
        status = p_verdict,
        completed_at = case p_verdict when 'approved' then clock_timestamp() end
    where task.id = p_task_id;

    perform public.record_activity(
        p_actor_id,
        v_task.project_id,
        case p_verdict when 'approved' then 'approve' else 'reject' end::public.activity_type_enum,
        'task.reviewed',
        'task',
        p_task_id,
        jsonb_build_object('verdict', p_verdict, 'comment', p_comment)
    );
end;
$$;

comment on procedure public.review_task is
    'Approves or rejects a task handed in by somebody else; a rejection says why.';
