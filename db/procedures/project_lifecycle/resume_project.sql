create or replace procedure public.resume_project(
    p_project_id uuid,
    p_phase public.project_status_enum,
    p_actor_id uuid
)
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
    perform public.lock_project_for_step(p_project_id, 'resume', p_phase, p_actor_id);

    update public.projects as project
    set status = p_phase
    where project.id = p_project_id;

    perform public.record_activity(
        p_actor_id,
        p_project_id,
        'update',
        'project.resumed',
        'project',
        p_project_id,
        jsonb_build_object('to', p_phase)
    );
end;
$$;

comment on procedure public.resume_project is
    'Takes a suspended project up again, in the phase that its manager finds it in.';
