create or replace procedure public.cancel_task(p_task_id uuid, p_reason text, p_actor_id uuid)
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_task public.tasks := public.lock_task(p_task_id);
    v_part record;
begin
    perform public.authorize_task_step(v_task, 'cancel', 'cancelled', p_actor_id);
    perform public.require_reason(p_reason);

    select
        part.id,
        part.title
    into v_part
    from public.tasks as part
    where
        part.parent_task_id = p_task_id
        and part.status in ('pending', 'in_progress', 'blocked', 'needs_review')
    limit 1;

    if found then
        raise sqlstate 'BD507'
        using
            message = format('"%s" is an open part of it', v_part.title),
            detail = format('task %s', v_part.id),
            hint = 'Cancel its open parts first.';
    end if;

    update public.tasks as task
    set status = 'cancelled'
    where task.id = p_task_id;

    perform public.record_activity(
        p_actor_id,
        v_task.project_id,
        'update',
        'task.cancelled',
        'task',
        p_task_id,
        jsonb_build_object('from', v_task.status, 'reason', p_reason)
    );
end;
$$;

comment on procedure public.cancel_task is
    'Gives a task up, with a reason; refused with BD507 while a part of it is open.';
