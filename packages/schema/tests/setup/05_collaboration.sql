-- Builders of collaboration sessions and who takes part in them.

create or replace function tap.a_collaboration_session(p_values jsonb default '{}')
returns uuid
language sql
set search_path = ''
as $$
    select tap.insert_row(
        'public.collaboration_sessions',
        pg_catalog.jsonb_build_object(
            'project_id', tap.a_project(),
            'title', 'Which bays come first',
            'session_type', 'planning',
            'scheduled_start', '2030-05-06T09:00:00Z',
            'scheduled_end', '2030-05-06T10:00:00Z',
            'created_by', tap.a_user()
        ) || p_values
    );
$$;

comment on function tap.a_collaboration_session(jsonb) is
'Adds a session of one hour in 2030 and returns its id.';

create or replace function tap.a_session_participant(p_values jsonb default '{}')
returns uuid
language sql
set search_path = ''
as $$
    select tap.insert_row(
        'public.session_participants',
        pg_catalog.jsonb_build_object(
            'session_id', tap.a_collaboration_session(),
            'user_id', tap.a_user()
        ) || p_values
    );
$$;

comment on function tap.a_session_participant(jsonb) is
'Makes a new user a participant of a new session and returns the id of the participation.';
