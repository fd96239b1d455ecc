create or replace procedure public.change_project_phase(
    p_project_id uuid,
    p_phase public.project_status_enum,
    p_actor_id uuid
)
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_project public.projects := public.lock_project_for_step(
        p_project_id,
        'change_phase',
        p_phase,
        p_actor_id
    );
begin
    update public.projects as project
    set status = p_phase
    where project.id = p_project_id;

    perform public.record_activity(
        p_actor_id,
        p_project_id,
        'update',
        'project.phase_changed',
        'project',
        p_project_id,
        jsonb_build_object('from', v_project.status, 'to', p_phase)
    );
end;
$$;

comment on procedure public.change_project_phase is
    'Takes a project to the next phase from analysis to execution, or back to any earlier one.';
