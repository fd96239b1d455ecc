create or replace procedure public.start_project(p_project_id uuid, p_actor_id uuid)
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
    perform public.lock_project_for_step(p_project_id, 'start', 'analysis', p_actor_id);

    update public.projects as project
    set
        status = 'analysis',
        start_date = coalesce(
            project.start_date,
            (clock_timestamp() at time zone 'UTC')::date
        )
    where project.id = p_project_id;

    perform public.record_activity(
        p_actor_id,
        p_project_id,
        'update',
        'project.started',
        'project',
        p_project_id
    );
end;
$$;

comment on procedure public.start_project is
    'Takes a project from initiation into analysis; one without a start date starts today in UTC.';
