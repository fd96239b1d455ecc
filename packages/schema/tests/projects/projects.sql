-- Projects: what is planned, for whom, until when and for how much.

begin;

select plan(64);

select column_is('public', 'projects', column_name, definition)
from (values
    ('id', 'uuid not null default gen_random_uuid()'),
    ('name', 'character varying(255) not null'),
    ('description', 'text'),
    ('status', $$project_status_enum not null default 'initiation'::project_status_enum$$),
    ('complexity', $$complexity_level_enum not null default 'moderate'::complexity_level_enum$$),
    ('priority', $$priority_enum not null default 'medium'::priority_enum$$),
    ('created_at', 'timestamp with time zone not null default now()'),
    ('updated_at', 'timestamp with time zone not null default now()'),
    ('created_by', 'uuid not null'),
    ('organization_id', 'uuid'),
    ('start_date', 'date'),
    ('target_end_date', 'date'),
    ('actual_end_date', 'date'),
    ('budget_allocated', 'numeric(12,2)'),
    ('budget_used', 'numeric(12,2)'),
    ('settings', $$jsonb not null default '{}'::jsonb$$),
    ('metadata', $$jsonb not null default '{}'::jsonb$$),
    ('search_vector', 'tsvector')
) as documented (column_name, definition);

select constraint_is('public', 'projects', constraint_name, definition)
from (values
    ('projects_pkey', 'PRIMARY KEY (id)'),
    ('projects_created_by_fkey', 'FOREIGN KEY (created_by) REFERENCES users(id)'),
    ('projects_organization_id_fkey', 'FOREIGN KEY (organization_id) REFERENCES organizations(id)')
) as documented (constraint_name, definition);

select index_is('public', 'projects', index_name, definition)
from (values
    ('idx_projects_organization_status', 'btree (organization_id, status)'),
    ('idx_projects_search_vector', 'gin (search_vector)'),
    ('idx_projects_settings', 'gin (settings)'),
    (
        'idx_projects_status_priority',
        $$btree (status, priority) WHERE (status <> 'completed'::project_status_enum)$$
    )
) as documented (index_name, definition);

-- Values.

select throws_constraint(
    format('select tap.a_project(%L)', jsonb_build_object(column_name, null)),
    '23502',
    'projects.' || column_name,
    format('a project without %s is refused', column_name)
)
from unnest(array[
    'id', 'name', 'status', 'complexity', 'priority', 'created_at', 'updated_at', 'created_by'
]) as required (column_name);

select throws_ok(
    format('select tap.a_project(%L)', jsonb_build_object(column_name, 'unheard of')),
    '22P02',
    null,
    format('a project with an unheard of %s is refused', column_name)
)
from unnest(array['status', 'complexity', 'priority']) as labelled (column_name);

create temporary table fresh as
select tap.a_project() as id;

select is(uuid_extract_version(id), 4::smallint, 'a new project has a random id')
from fresh;

select is(
    to_jsonb(projects) ->> column_name,
    value,
    format('a new project gets its default %s', column_name)
)
from public.projects
join fresh using (id)
cross join (values
    ('status', 'initiation'),
    ('complexity', 'moderate'),
    ('priority', 'medium'),
    ('created_at', to_jsonb(now()) #>> '{}'),
    ('updated_at', to_jsonb(now()) #>> '{}'),
    ('settings', '{}'),
    ('metadata', '{}')
) as initial (column_name, value);

select lives_ok(
    format('select tap.a_project(%L)', jsonb_build_object('name', repeat('x', 255))),
    'the name of a project may have 255 characters'
);

select throws_ok(
    format('select tap.a_project(%L)', jsonb_build_object('name', repeat('x', 256))),
    '22001',
    null,
    'the name of a project may not have 256 characters'
);

create temporary table number_limit (column_name, largest, too_large) as
values
    ('budget_allocated', 9999999999.99, 10000000000),
    ('budget_used', 9999999999.99, 10000000000);

select lives_ok(
    format('select tap.a_project(%L)', jsonb_build_object(column_name, largest)),
    format('the %s of a project may be %s', column_name, largest)
)
from number_limit;

select throws_ok(
    format('select tap.a_project(%L)', jsonb_build_object(column_name, too_large)),
    '22003',
    null,
    format('the %s of a project may not be %s', column_name, too_large)
)
from number_limit;

-- Rules.

select lives_ok(
    format('select tap.a_project(%L)', attempt),
    description
)
from (values
    (
        '{"start_date": "2030-05-06", "target_end_date": "2030-05-06"}',
        'a project may end on the day it starts'
    ),
    (
        '{"start_date": "2030-05-06", "target_end_date": null}',
        'a project may start without a target'
    ),
    (
        '{"start_date": null, "target_end_date": "2030-05-06"}',
        'a project may have a target without a start'
    ),
    ('{"budget_allocated": 0}', 'a project may be allocated nothing'),
    ('{"budget_allocated": null}', 'a project may have no budget')
) as accepted (attempt, description);

select throws_constraint(
    format('select tap.a_project(%L)', attempt),
    '23514',
    constraint_name,
    description
)
from (values
    (
        '{"start_date": "2030-05-07", "target_end_date": "2030-05-06"}',
        'valid_dates',
        'a project may not end a day before it starts'
    ),
    (
        '{"budget_allocated": -0.01}',
        'valid_budget',
        'a project may not be allocated less than nothing'
    )
) as refused (attempt, constraint_name, description);

-- Uniqueness.

select throws_constraint(
    format('select tap.a_project(%L)', jsonb_build_object('id', id)),
    '23505',
    'projects_pkey',
    'no two projects share an id'
)
from fresh;

-- References.

create temporary table given as
select
    gen_random_uuid() as id,
    tap.a_user() as created_by,
    tap.an_organization() as organization_id;

select lives_ok(
    format('select tap.a_project(%L)', to_jsonb(given)),
    'a project may be created by an existing user for an existing organization'
)
from given;

select throws_constraint(
    format('select tap.a_project(%L)', jsonb_build_object(column_name, gen_random_uuid())),
    '23503',
    format('projects_%s_fkey', column_name),
    description
)
from (values
    ('created_by', 'a project is not created by an unknown user'),
    ('organization_id', 'a project does not belong to an unknown organization')
) as refused (column_name, description);

select throws_constraint(
    format('delete from public.%I where id = %L', table_name, to_jsonb(given) ->> column_name),
    '23503',
    format('projects_%s_fkey', column_name),
    description
)
from given
cross join (values
    ('created_by', 'users', 'whoever created a project may not be deleted'),
    ('organization_id', 'organizations', 'an organization with projects may not be deleted')
) as kept (column_name, table_name, description);

-- Changes.

create temporary table stale as
select tap.a_project('{"updated_at": "2000-01-01T00:00:00Z"}') as id;

update public.projects
set name = 'Survey of the river'
where id = (select id from stale);

select cmp_ok(updated_at, '>=', now(), 'changing a project moves its updated_at')
from public.projects
join stale using (id);

select * from finish();

rollback;
