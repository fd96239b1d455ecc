-- Tasks: the work of a project, as a tree.

begin;

select plan(76);

select column_is('public', 'tasks', column_name, definition)
from (values
    ('id', 'uuid not null default gen_random_uuid()'),
    ('project_id', 'uuid not null'),
    ('parent_task_id', 'uuid'),
    ('title', 'character varying(500) not null'),
    ('description', 'text'),
    ('status', $$task_status_enum not null default 'pending'::task_status_enum$$),
    ('priority', $$priority_enum not null default 'medium'::priority_enum$$),
    ('complexity', $$complexity_level_enum not null default 'moderate'::complexity_level_enum$$),
    ('assigned_to', 'uuid'),
    ('assigned_at', 'timestamp with time zone'),
    ('assigned_by', 'uuid'),
    ('estimated_hours', 'numeric(6,2)'),
    ('actual_hours', 'numeric(6,2) not null default 0'),
    ('started_at', 'timestamp with time zone'),
    ('completed_at', 'timestamp with time zone'),
    ('sequence_order', 'integer'),
    ('is_milestone', 'boolean not null default false'),
    ('is_critical_path', 'boolean not null default false'),
    ('created_at', 'timestamp with time zone not null default now()'),
    ('updated_at', 'timestamp with time zone not null default now()'),
    ('created_by', 'uuid not null'),
    ('custom_fields', $$jsonb not null default '{}'::jsonb$$),
    ('attachments', $$jsonb not null default '[]'::jsonb$$),
    ('tags', $$text[] not null default '{}'::text[]$$),
    ('search_vector', 'tsvector')
) as documented (column_name, definition);

select constraint_is('public', 'tasks', constraint_name, definition)
from (values
    ('tasks_pkey', 'PRIMARY KEY (id)'),
    ('tasks_project_id_fkey', 'FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE'),
    (
        'tasks_parent_task_id_fkey',
        'FOREIGN KEY (parent_task_id) REFERENCES tasks(id) ON DELETE CASCADE'
    ),
    ('tasks_assigned_to_fkey', 'FOREIGN KEY (assigned_to) REFERENCES users(id)'),
    ('tasks_assigned_by_fkey', 'FOREIGN KEY (assigned_by) REFERENCES users(id)'),
    ('tasks_created_by_fkey', 'FOREIGN KEY (created_by) REFERENCES users(id)')
) as documented (constraint_name, definition);

select index_is('public', 'tasks', index_name, definition)
from (values
    ('idx_tasks_assigned_status', 'btree (assigned_to, status) WHERE (assigned_to IS NOT NULL)'),
    ('idx_tasks_custom_fields', 'gin (custom_fields)'),
    (
        'idx_tasks_incomplete',
        'btree (project_id, priority, created_at) '
        'WHERE (status = ANY (ARRAY[''pending''::task_status_enum, '
        '''in_progress''::task_status_enum, ''blocked''::task_status_enum]))'
    ),
    (
        'idx_tasks_parent_sequence',
        'btree (parent_task_id, sequence_order) WHERE (parent_task_id IS NOT NULL)'
    ),
    ('idx_tasks_project_status', 'btree (project_id, status)'),
    ('idx_tasks_search_vector', 'gin (search_vector)')
) as documented (index_name, definition);

-- Values.

select throws_constraint(
    format('select tap.a_task(%L)', jsonb_build_object(column_name, null)),
    '23502',
    'tasks.' || column_name,
    format('a task without %s is refused', column_name)
)
from unnest(array[
    'id', 'project_id', 'title', 'status', 'priority', 'complexity', 'created_at', 'updated_at',
    'created_by'
]) as required (column_name);

select throws_ok(
    format('select tap.a_task(%L)', jsonb_build_object(column_name, 'unheard of')),
    '22P02',
    null,
    format('a task with an unheard of %s is refused', column_name)
)
from unnest(array['status', 'priority', 'complexity']) as labelled (column_name);

create temporary table fresh as
select tap.a_task() as id;

select is(uuid_extract_version(id), 4::smallint, 'a new task has a random id')
from fresh;

select is(
    to_jsonb(tasks) ->> column_name,
    value,
    format('a new task gets its default %s', column_name)
)
from public.tasks
join fresh using (id)
cross join (values
    ('status', 'pending'),
    ('priority', 'medium'),
    ('complexity', 'moderate'),
    ('actual_hours', '0.00'),
    ('is_milestone', 'false'),
    ('is_critical_path', 'false'),
    ('created_at', to_jsonb(now()) #>> '{}'),
    ('updated_at', to_jsonb(now()) #>> '{}'),
    ('custom_fields', '{}'),
    ('attachments', '[]'),
    ('tags', '[]')
) as initial (column_name, value);

select lives_ok(
    format('select tap.a_task(%L)', jsonb_build_object('title', repeat('x', 500))),
    'the title of a task may have 500 characters'
);

select throws_ok(
    format('select tap.a_task(%L)', jsonb_build_object('title', repeat('x', 501))),
    '22001',
    null,
    'the title of a task may not have 501 characters'
);

create temporary table number_limit (column_name, largest, too_large) as
values
    ('estimated_hours', 9999.99, 10000),
    ('actual_hours', 9999.99, 10000);

select lives_ok(
    format('select tap.a_task(%L)', jsonb_build_object(column_name, largest)),
    format('the %s of a task may be %s', column_name, largest)
)
from number_limit;

select throws_ok(
    format('select tap.a_task(%L)', jsonb_build_object(column_name, too_large)),
    '22003',
    null,
    format('the %s of a task may not be %s', column_name, too_large)
)
from number_limit;

-- Rules.

select lives_ok(
    format('select tap.a_task(%L)', attempt),
    description
)
from (values
    ('{"estimated_hours": 0}', 'a task may be estimated at no time at all'),
    ('{"estimated_hours": null}', 'a task may go without an estimate'),
    ('{"actual_hours": 0}', 'a task may have taken no time'),
    ('{"parent_task_id": null}', 'a task may have no parent')
) as accepted (attempt, description);

select throws_constraint(
    format('select tap.a_task(%L)', attempt),
    '23514',
    constraint_name,
    description
)
from (values
    (
        '{"estimated_hours": -0.01}',
        'valid_hours',
        'a task may not be estimated at less than no time'
    ),
    (
        '{"actual_hours": -0.01}',
        'valid_actual_hours',
        'a task may not have taken less than no time'
    ),
    (
        '{"id": "00000000-0000-4000-8000-000000000001", '
        '"parent_task_id": "00000000-0000-4000-8000-000000000001"}',
        'no_self_reference',
        'a task may not be its own parent'
    )
) as refused (attempt, constraint_name, description);

-- Uniqueness.

select throws_constraint(
    format('select tap.a_task(%L)', jsonb_build_object('id', id)),
    '23505',
    'tasks_pkey',
    'no two tasks share an id'
)
from fresh;

-- Changes.

create temporary table stale as
select tap.a_task('{"updated_at": "2000-01-01T00:00:00Z"}') as id;

update public.tasks
set title = 'Draw the bay'
where id = (select id from stale);

select cmp_ok(updated_at, '>=', now(), 'changing a task moves its updated_at')
from public.tasks
join stale using (id);

select * from finish();

rollback;
