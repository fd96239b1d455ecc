-- User activities: what users did, as the product shows it.

begin;

select plan(40);

select column_is('public', 'user_activities', column_name, definition)
from (values
    ('id', 'uuid not null default gen_random_uuid()'),
    ('user_id', 'uuid not null'),
    ('project_id', 'uuid'),
    ('activity_type', 'activity_type_enum not null'),
    ('action', 'character varying(100) not null'),
    ('description', 'text'),
    ('entity_type', 'character varying(50)'),
    ('entity_id', 'uuid'),
    ('occurred_at', 'timestamp with time zone not null default clock_timestamp()'),
    ('metadata', $$jsonb not null default '{}'::jsonb$$),
    ('ip_address', 'inet'),
    ('user_agent', 'text'),
    ('session_id', 'character varying(255)')
) as documented (column_name, definition);

select constraint_is('public', 'user_activities', constraint_name, definition)
from (values
    ('user_activities_pkey', 'PRIMARY KEY (id)'),
    (
        'user_activities_user_id_fkey',
        'FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE'
    ),
    (
        'user_activities_project_id_fkey',
        'FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE'
    )
) as documented (constraint_name, definition);

select index_is('public', 'user_activities', index_name, definition)
from (values
    ('idx_user_activities_project_type', 'btree (project_id, activity_type, occurred_at DESC)'),
    ('idx_user_activities_user_occurred', 'btree (user_id, occurred_at DESC)')
) as documented (index_name, definition);

-- Values.

select throws_constraint(
    format('select tap.a_user_activity(%L)', jsonb_build_object(column_name, null)),
    '23502',
    'user_activities.' || column_name,
    format('an activity without %s is refused', column_name)
)
from unnest(array['id', 'user_id', 'activity_type', 'action']) as required (column_name);

select throws_ok(
    $$select tap.a_user_activity('{"activity_type": "unheard of"}')$$,
    '22P02',
    null,
    'an activity with an unheard of activity_type is refused'
);

create temporary table fresh as
select tap.a_user_activity() as id;

select is(uuid_extract_version(id), 4::smallint, 'an new activity has a random id')
from fresh;

select is(
    to_jsonb(user_activities) ->> column_name,
    value,
    format('an new activity gets its default %s', column_name)
)
from public.user_activities
join fresh using (id)
cross join (values
    ('metadata', '{}')
) as initial (column_name, value);

create temporary table later as
select tap.a_user_activity() as id
from generate_series(1, 3);

select is(
    count(distinct occurred_at),
    3::bigint,
    'three activities of one transaction bear three times'
)
from public.user_activities
join later using (id);

create temporary table text_limit (column_name, longest) as
values
    ('action', 100),
    ('entity_type', 50),
    ('session_id', 255);

select lives_ok(
    format('select tap.a_user_activity(%L)', jsonb_build_object(column_name, repeat('x', longest))),
    format('the %s of an activity may have %s characters', column_name, longest)
)
from text_limit
where column_name <> 'entity_type';

select throws_ok(
    format(
        'select tap.a_user_activity(%L)',
        jsonb_build_object(column_name, repeat('x', longest + 1))
    ),
    '22001',
    null,
    format('the %s of an activity may not have %s characters', column_name, longest + 1)
)
from text_limit;

-- Uniqueness.

select throws_constraint(
    format('select tap.a_user_activity(%L)', jsonb_build_object('id', id)),
    '23505',
    'user_activities_pkey',
    'no two activities share an id'
)
from fresh;

-- References.

-- One activity for each reference whose end is the end of the activity.
create temporary table given as
select
    doomed_column,
    gen_random_uuid() as id,
    tap.a_user() as user_id,
    tap.a_project() as project_id
from unnest(array['user_id', 'project_id']) as doomed (doomed_column);

select lives_ok(
    format('select tap.a_user_activity(%L)', to_jsonb(given) - 'doomed_column'),
    'an existing user may be active in an existing project'
)
from given;

select throws_constraint(
    format('select tap.a_user_activity(%L)', jsonb_build_object(column_name, gen_random_uuid())),
    '23503',
    format('user_activities_%s_fkey', column_name),
    description
)
from (values
    ('user_id', 'an unknown user is not active'),
    ('project_id', 'nobody is active in an unknown project')
) as refused (column_name, description);

select lives_ok(
    format('delete from public.%I where id = %L', table_name, to_jsonb(given) ->> doomed_column),
    description
)
from given
join (values
    ('user_id', 'users', 'a user may be deleted while having activities'),
    ('project_id', 'projects', 'a project may be deleted while it has activities')
) as doomed (doomed_column, table_name, description) using (doomed_column);

select is_empty(
    format('select id from public.user_activities where id = %L', id),
    description
)
from given
join (values
    ('user_id', 'deleting a user deletes the activities of that user'),
    ('project_id', 'deleting a project deletes its activities')
) as doomed (doomed_column, description) using (doomed_column);

select * from finish();

rollback;
