create or replace function public.lock_project_for_step(
    p_project_id uuid,
    p_action text,
    p_status public.project_status_enum,
    p_actor_id uuid
)
returns public.projects
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_project public.projects := public.lock_project(p_project_id);
begin
    perform public.require_permission(
        p_actor_id,
        p_project_id,
        public.require_transition('projects', p_action, v_project.status::text, p_status::text)
    );

    return v_project;
end;
$$;

comment on function public.lock_project_for_step is
    'Locks a project and returns it as it is, if the actor may take the step that is asked for.';
