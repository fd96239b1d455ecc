-- Session participants: who is invited to a session, came and may do what.

begin;

select plan(37);

select column_is('public', 'session_participants', column_name, definition)
from (values
    ('id', 'uuid not null default gen_random_uuid()'),
    ('session_id', 'uuid not null'),
    ('user_id', 'uuid not null'),
    ('role', $$participant_role_enum not null default 'participant'::participant_role_enum$$),
    ('status', $$participant_status_enum not null default 'invited'::participant_status_enum$$),
    ('invited_at', 'timestamp with time zone not null default now()'),
    ('joined_at', 'timestamp with time zone'),
    ('left_at', 'timestamp with time zone'),
    ('can_edit', 'boolean not null default false'),
    ('can_moderate', 'boolean not null default false')
) as documented (column_name, definition);

select constraint_is('public', 'session_participants', constraint_name, definition)
from (values
    ('session_participants_pkey', 'PRIMARY KEY (id)'),
    ('session_participants_session_id_user_id_key', 'UNIQUE (session_id, user_id)'),
    (
        'session_participants_session_id_fkey',
        'FOREIGN KEY (session_id) REFERENCES collaboration_sessions(id) ON DELETE CASCADE'
    ),
    (
        'session_participants_user_id_fkey',
        'FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE'
    )
) as documented (constraint_name, definition);

-- Values.

select throws_constraint(
    format('select tap.a_session_participant(%L)', jsonb_build_object(column_name, null)),
    '23502',
    'session_participants.' || column_name,
    format('a participant without %s is refused', column_name)
)
from unnest(array['id', 'session_id', 'user_id']) as required (column_name);

select throws_ok(
    format('select tap.a_session_participant(%L)', jsonb_build_object(column_name, 'unheard of')),
    '22P02',
    null,
    format('a participant with an unheard of %s is refused', column_name)
)
from unnest(array['role', 'status']) as labelled (column_name);

create temporary table fresh as
select tap.a_session_participant() as id;

select is(uuid_extract_version(id), 4::smallint, 'a new participant has a random id')
from fresh;

select is(
    to_jsonb(session_participants) ->> column_name,
    value,
    format('a new participant gets its default %s', column_name)
)
from public.session_participants
join fresh using (id)
cross join (values
    ('role', 'participant'),
    ('status', 'invited'),
    ('invited_at', to_jsonb(now()) #>> '{}'),
    ('can_edit', 'false'),
    ('can_moderate', 'false')
) as initial (column_name, value);

-- Uniqueness.

select throws_constraint(
    format('select tap.a_session_participant(%L)', jsonb_build_object('id', id)),
    '23505',
    'session_participants_pkey',
    'no two participants share an id'
)
from fresh;

select throws_constraint(
    format('select tap.a_session_participant(%L)', to_jsonb(participant)),
    '23505',
    'session_participants_session_id_user_id_key',
    'a user takes part in a session only once'
)
from (
    select session_id, user_id
    from public.session_participants
    join fresh using (id)
) as participant;

select lives_ok(
    format(
        'select tap.a_session_participant(%L)',
        jsonb_build_object(column_name, to_jsonb(session_participants) ->> column_name)
    ),
    description
)
from public.session_participants
join fresh using (id)
cross join (values
    ('session_id', 'a session may have several participants'),
    ('user_id', 'a user may take part in several sessions')
) as accepted (column_name, description);

-- References.

-- One participant for each reference whose end is the end of the participant.
create temporary table given as
select
    doomed_column,
    gen_random_uuid() as id,
    tap.a_collaboration_session() as session_id,
    tap.a_user() as user_id
from unnest(array['session_id', 'user_id']) as doomed (doomed_column);

select lives_ok(
    format('select tap.a_session_participant(%L)', to_jsonb(given) - 'doomed_column'),
    'an existing user may take part in an existing session'
)
from given;

select throws_constraint(
    format(
        'select tap.a_session_participant(%L)',
        jsonb_build_object(column_name, gen_random_uuid())
    ),
    '23503',
    format('session_participants_%s_fkey', column_name),
    description
)
from (values
    ('session_id', 'nobody takes part in an unknown session'),
    ('user_id', 'an unknown user does not take part in anything')
) as refused (column_name, description);

select lives_ok(
    format('delete from public.%I where id = %L', table_name, to_jsonb(given) ->> doomed_column),
    description
)
from given
join (values
    ('session_id', 'collaboration_sessions', 'a session may be deleted while it has participants'),
    ('user_id', 'users', 'a user may be deleted while a participant')
) as doomed (doomed_column, table_name, description) using (doomed_column);

select is_empty(
    format('select id from public.session_participants where id = %L', id),
    description
)
from given
join (values
    ('session_id', 'deleting a session deletes its participants'),
    ('user_id', 'deleting a user deletes the participations of that user')
) as doomed (doomed_column, description) using (doomed_column);

select * from finish();

rollback;
