create or replace function public.hold_parent_open(p_parent_task_id uuid, p_project_id uuid)
returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_status public.task_status_enum;
begin
    if p_parent_task_id is null then
        return;
    end if;

    select parent.status
    into v_status
    from public.tasks as parent
    where
        parent.id = p_parent_task_id
        and parent.project_id = p_project_id
    for share;

    if not found then
        raise sqlstate 'BD501'
        using
            message = 'there is no such task in the project',
            detail = format('task %s, project %s', p_parent_task_id, p_project_id);
    end if;

    if v_status not in ('pending', 'in_progress', 'blocked', 'needs_review') then
        raise sqlstate 'BD507'
        using
            message = format('a task that is %s takes no open part', v_status),
            detail = format('task %s', p_parent_task_id),
            hint = 'Reopen it first.';
    end if;
end;
$$;

comment on function public.hold_parent_open is
    'Keeps a task from ending until the transaction ends, so that it can get an open part.';
