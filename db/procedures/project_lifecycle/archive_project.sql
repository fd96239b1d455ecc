create or replace procedure public.archive_project(p_project_id uuid, p_actor_id uuid)
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_project public.projects := public.lock_project(p_project_id);
begin
    perform public.require_permission(p_actor_id, p_project_id, 'project.close');

    if v_project.archived_at is not null then
        return;
    end if;

    if v_project.status not in ('completed', 'cancelled') then
        raise sqlstate 'BD503'
        using
            message = format('a project that is %s cannot be archived', v_project.status),
            detail = format('project %s', p_project_id),
            hint = 'Complete or cancel it first.';
    end if;

    update public.projects as project
    set archived_at = clock_timestamp()
    where project.id = p_project_id;

    perform public.record_activity(
        p_actor_id,
        p_project_id,
        'update',
        'project.archived',
        'project',
        p_project_id
    );
end;
$$;

comment on procedure public.archive_project is
    'Puts an ended project away, out of the lists of current ones; once more changes nothing.';
