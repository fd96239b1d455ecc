create or replace procedure public.hold_project(p_project_id uuid, p_reason text, p_actor_id uuid)
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_project public.projects := public.lock_project_for_step(
        p_project_id,
        'hold',
        'on_hold',
        p_actor_id
    );
begin
    perform public.require_reason(p_reason);

    update public.projects as project
    set status = 'on_hold'
    where project.id = p_project_id;

    perform public.record_activity(
        p_actor_id,
        p_project_id,
        'update',
        'project.held',
        'project',
        p_project_id,
        jsonb_build_object('from', v_project.status, 'reason', p_reason)
    );
end;
$$;

comment on procedure public.hold_project is
    'Suspends a project, with a reason: nobody works on its tasks until it is resumed.';
