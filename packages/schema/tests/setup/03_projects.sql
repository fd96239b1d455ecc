-- Builders of projects and the work in them.

create or replace function tap.a_project(p_values jsonb default '{}')
returns uuid
language sql
set search_path = ''
as $$
    select tap.insert_row(
        'public.projects',
        pg_catalog.jsonb_build_object(
            'name', 'Survey of the coast',
            'created_by', tap.a_user()
        ) || p_values
    );
$$;

comment on function tap.a_project(jsonb) is 'Adds a project of no organization and returns its id.';

create or replace function tap.a_task(p_values jsonb default '{}')
returns uuid
language sql
set search_path = ''
as $$
    select tap.insert_row(
        'public.tasks',
        pg_catalog.jsonb_build_object(
            'project_id', tap.a_project(),
            'title', 'Draw the harbour',
            'created_by', tap.a_user()
        ) || p_values
    );
$$;

comment on function tap.a_task(jsonb) is 'Adds a task without a parent and returns its id.';

create or replace function tap.a_task_dependency(p_values jsonb default '{}')
returns uuid
language plpgsql
set search_path = ''
as $$
declare
    v_project_id uuid := coalesce((p_values ->> 'project_id')::uuid, tap.a_project());
    v_in_project jsonb := pg_catalog.jsonb_build_object('project_id', v_project_id);
begin
    return tap.insert_row(
        'public.task_dependencies',
        pg_catalog.jsonb_build_object(
            'project_id', v_project_id,
            'predecessor_id', tap.a_task(v_in_project),
            'successor_id', tap.a_task(v_in_project),
            'created_by', tap.a_user()
        ) || p_values
    );
end;
$$;

comment on function tap.a_task_dependency(jsonb) is
'Makes one new task of a project wait for another and returns the id of the dependency.';
