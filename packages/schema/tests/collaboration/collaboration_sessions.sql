-- Collaboration sessions: meetings of a project, planned and held.

begin;

select plan(57);

select column_is('public', 'collaboration_sessions', column_name, definition)
from (values
    ('id', 'uuid not null default gen_random_uuid()'),
    ('project_id', 'uuid not null'),
    ('title', 'character varying(500) not null'),
    ('description', 'text'),
    ('session_type', 'session_type_enum not null'),
    ('status', $$session_status_enum not null default 'scheduled'::session_status_enum$$),
    ('scheduled_start', 'timestamp with time zone not null'),
    ('scheduled_end', 'timestamp with time zone not null'),
    ('actual_start', 'timestamp with time zone'),
    ('actual_end', 'timestamp with time zone'),
    ('max_participants', 'integer not null default 20'),
    ('is_recording_enabled', 'boolean not null default false'),
    ('recording_url', 'text'),
    ('facilitator_id', 'uuid'),
    ('created_at', 'timestamp with time zone not null default now()'),
    ('updated_at', 'timestamp with time zone not null default now()'),
    ('created_by', 'uuid not null'),
    ('settings', $$jsonb not null default '{}'::jsonb$$)
) as documented (column_name, definition);

select constraint_is('public', 'collaboration_sessions', constraint_name, definition)
from (values
    ('collaboration_sessions_pkey', 'PRIMARY KEY (id)'),
    (
        'collaboration_sessions_project_id_fkey',
        'FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE'
    ),
    (
        'collaboration_sessions_facilitator_id_fkey',
        'FOREIGN KEY (facilitator_id) REFERENCES users(id)'
    ),
    ('collaboration_sessions_created_by_fkey', 'FOREIGN KEY (created_by) REFERENCES users(id)')
) as documented (constraint_name, definition);

select index_is('public', 'collaboration_sessions', index_name, definition)
from (values
    ('idx_collaboration_sessions_project_scheduled', 'btree (project_id, scheduled_start)')
) as documented (index_name, definition);

-- Values.

select throws_constraint(
    format('select tap.a_collaboration_session(%L)', jsonb_build_object(column_name, null)),
    '23502',
    'collaboration_sessions.' || column_name,
    format('a session without %s is refused', column_name)
)
from unnest(array[
    'id', 'project_id', 'title', 'session_type', 'status', 'scheduled_start', 'scheduled_end',
    'created_at', 'updated_at', 'created_by'
]) as required (column_name);

select throws_ok(
    format('select tap.a_collaboration_session(%L)', jsonb_build_object(column_name, 'unheard of')),
    '22P02',
    null,
    format('a session with an unheard of %s is refused', column_name)
)
from unnest(array['session_type', 'status']) as labelled (column_name);

create temporary table fresh as
select tap.a_collaboration_session() as id;

select is(uuid_extract_version(id), 4::smallint, 'a new session has a random id')
from fresh;

select is(
    to_jsonb(collaboration_sessions) ->> column_name,
    value,
    format('a new session gets its default %s', column_name)
)
from public.collaboration_sessions
join fresh using (id)
cross join (values
    ('status', 'scheduled'),
    ('max_participants', '20'),
    ('is_recording_enabled', 'false'),
    ('created_at', to_jsonb(now()) #>> '{}'),
    ('updated_at', to_jsonb(now()) #>> '{}'),
    ('settings', '{}')
) as initial (column_name, value);

select lives_ok(
    format('select tap.a_collaboration_session(%L)', jsonb_build_object('title', repeat('x', 500))),
    'the title of a session may have 500 characters'
);

select throws_ok(
    format('select tap.a_collaboration_session(%L)', jsonb_build_object('title', repeat('x', 501))),
    '22001',
    null,
    'the title of a session may not have 501 characters'
);

-- Rules.

select lives_ok(
    format('select tap.a_collaboration_session(%L)', attempt),
    description
)
from (values
    ('{"scheduled_start": "2030-05-06T09:59:59.999999Z"}', 'a session may take a microsecond')
) as accepted (attempt, description);

select throws_constraint(
    format('select tap.a_collaboration_session(%L)', attempt),
    '23514',
    'valid_session_times',
    description
)
from (values
    ('{"scheduled_start": "2030-05-06T10:00:00Z"}', 'a session may not end the moment it starts'),
    (
        '{"scheduled_start": "2030-05-06T10:00:00.000001Z"}',
        'a session may not end before it starts'
    )
) as refused (attempt, description);

-- Uniqueness.

select throws_constraint(
    format('select tap.a_collaboration_session(%L)', jsonb_build_object('id', id)),
    '23505',
    'collaboration_sessions_pkey',
    'no two sessions share an id'
)
from fresh;

-- References.

create temporary table given as
select
    gen_random_uuid() as id,
    tap.a_project() as project_id,
    tap.a_user() as facilitator_id,
    tap.a_user() as created_by;

select lives_ok(
    format('select tap.a_collaboration_session(%L)', to_jsonb(given)),
    'a session may refer to an existing project, facilitator and author'
)
from given;

select throws_constraint(
    format(
        'select tap.a_collaboration_session(%L)',
        jsonb_build_object(column_name, gen_random_uuid())
    ),
    '23503',
    format('collaboration_sessions_%s_fkey', column_name),
    description
)
from (values
    ('project_id', 'a session does not belong to an unknown project'),
    ('facilitator_id', 'a session is not led by an unknown user'),
    ('created_by', 'a session is not created by an unknown user')
) as refused (column_name, description);

select throws_constraint(
    format('delete from public.users where id = %L', to_jsonb(given) ->> column_name),
    '23503',
    format('collaboration_sessions_%s_fkey', column_name),
    description
)
from given
cross join (values
    ('facilitator_id', 'the facilitator of a session may not be deleted'),
    ('created_by', 'whoever created a session may not be deleted')
) as kept (column_name, description);

select lives_ok(
    format('delete from public.projects where id = %L', project_id),
    'a project may be deleted while it has sessions'
)
from given;

select is_empty(
    format('select id from public.collaboration_sessions where id = %L', id),
    'deleting a project deletes its sessions'
)
from given;

-- Changes.

create temporary table stale as
select tap.a_collaboration_session('{"updated_at": "2000-01-01T00:00:00Z"}') as id;

update public.collaboration_sessions
set title = 'Which bays come last'
where id = (select id from stale);

select cmp_ok(updated_at, '>=', now(), 'changing a session moves its updated_at')
from public.collaboration_sessions
join stale using (id);

select * from finish();

rollback;
