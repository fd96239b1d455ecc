-- The lock conflicts with every other, those of foreign keys included: whoever is adding a row to
-- the project has ended, and what is there can be counted.

create or replace function public.lock_project(p_project_id uuid)
returns public.projects
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_project public.projects;
begin
    perform public.require_fresh_snapshot();

    select *
    into v_project
    from public.projects as project
    where project.id = p_project_id
    for update;

    if not found then
        raise sqlstate 'BD501'
        using
            message = 'there is no such project',
            detail = format('project %s', p_project_id);
    end if;

    return v_project;
end;
$$;

comment on function public.lock_project is
    'Waits until nobody works on the project, keeps it so until the transaction ends, returns it.';
