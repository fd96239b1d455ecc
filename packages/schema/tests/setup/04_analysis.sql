-- Builders of a project's analysis: requirements, architecture decisions and risks.

create or replace function tap.a_requirement(p_values jsonb default '{}')
returns uuid
language sql
set search_path = ''
as $$
    select tap.insert_row(
        'public.requirements',
        pg_catalog.jsonb_build_object(
            'project_id', tap.a_project(),
            'title', 'Depths are in metres',
            'description', 'Every sounding on the chart is given in metres.',
            'type', 'functional',
            'created_by', tap.a_user()
        ) || p_values
    );
$$;

comment on function tap.a_requirement(jsonb) is
'Adds a requirement without a parent and returns its id.';

create or replace function tap.an_architecture_decision(p_values jsonb default '{}')
returns uuid
language sql
set search_path = ''
as $$
    select tap.insert_row(
        'public.architecture_decisions',
        pg_catalog.jsonb_build_object(
            'project_id', tap.a_project(),
            'title', 'One sheet for each bay',
            'description', 'How the coast is divided into sheets.',
            'decision', 'Each bay gets a sheet of its own.',
            'category', 'data',
            'created_by', tap.a_user()
        ) || p_values
    );
$$;

comment on function tap.an_architecture_decision(jsonb) is
'Adds an architecture decision and returns its id.';

create or replace function tap.a_project_risk(p_values jsonb default '{}')
returns uuid
language sql
set search_path = ''
as $$
    select tap.insert_row(
        'public.project_risks',
        pg_catalog.jsonb_build_object(
            'project_id', tap.a_project(),
            'title', 'The ship is late',
            'description', 'Without the ship no soundings are taken.',
            'category', 'schedule',
            'probability', 'medium',
            'impact', 'medium',
            'created_by', tap.a_user()
        ) || p_values
    );
$$;

comment on function tap.a_project_risk(jsonb) is 'Adds a risk of a project and returns its id.';
