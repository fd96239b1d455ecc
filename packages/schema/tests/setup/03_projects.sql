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
