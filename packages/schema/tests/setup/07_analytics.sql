-- Builders of what is recorded about projects and people.

create or replace function tap.a_project_snapshot(p_values jsonb default '{}')
returns uuid
language sql
set search_path = ''
as $$
    select tap.insert_row(
        'public.project_analytics',
        pg_catalog.jsonb_build_object('project_id', tap.a_project()) || p_values
    );
$$;

comment on function tap.a_project_snapshot(jsonb) is
'Adds today''s row of project_analytics for a new project and returns its id.';

create or replace function tap.a_user_activity(p_values jsonb default '{}')
returns uuid
language sql
set search_path = ''
as $$
    select tap.insert_row(
        'public.user_activities',
        pg_catalog.jsonb_build_object(
            'user_id', tap.a_user(),
            'activity_type', 'view',
            'action', 'opened a chart'
        ) || p_values
    );
$$;

comment on function tap.a_user_activity(jsonb) is
'Adds an activity of no project and returns its id.';

create or replace function tap.an_audit_log(p_values jsonb default '{}')
returns uuid
language sql
set search_path = ''
as $$
    select tap.insert_row(
        'public.audit_logs',
        pg_catalog.jsonb_build_object(
            'event_type', 'data_change',
            'event_action', 'renamed a chart'
        ) || p_values
    );
$$;

comment on function tap.an_audit_log(jsonb) is
'Adds an audit entry about nothing and returns its id.';
