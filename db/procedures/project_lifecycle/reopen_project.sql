create or replace procedure public.reopen_project(p_project_id uuid, p_reason text, p_actor_id uuid)
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
    perform public.lock_project_for_step(p_project_id, 'reopen', 'execution', p_actor_id);
    perform public.require_reason(p_reason);

    update public.projects as project
    set
        status = 'execution',
        archived_at = null
    where project.id = p_project_id;

    perform public.record_activity(
        p_actor_id,
        p_project_id,
        'update',
        'project.reopened',
        'project',
        p_project_id,
        jsonb_build_object('reason', p_reason)
    );
end;
$$;

comment on procedure public.reopen_project is
    'Takes a completed project up again, with a reason, out of the archive too.';
