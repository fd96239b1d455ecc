-- Work on a project holds its row shared until the end of the transaction, so that nobody closes
-- the project in between. Sharers do not wait for each other. Locks are taken in this order
-- everywhere: the project, then tasks by id, then a workflow, then a request.

create or replace function public.share_project(p_project_id uuid)
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
    for share;

    if not found then
        raise sqlstate 'BD501'
        using
            message = 'there is no such project',
            detail = format('project %s', p_project_id);
    end if;

    return v_project;
end;
$$;

comment on function public.share_project is
    'Keeps a project as it is until the transaction ends, and returns it.';
