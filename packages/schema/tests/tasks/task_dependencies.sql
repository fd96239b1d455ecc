-- Task dependencies: which task waits for which.

begin;

select plan(33);

select column_is('public', 'task_dependencies', column_name, definition)
from (values
    ('id', 'uuid not null default gen_random_uuid()'),
    ('project_id', 'uuid not null'),
    ('predecessor_id', 'uuid not null'),
    ('successor_id', 'uuid not null'),
    (
        'kind',
        'task_dependency_kind_enum not null default '
        '''finish_to_start''::task_dependency_kind_enum'
    ),
    ('created_at', 'timestamp with time zone not null default now()'),
    ('updated_at', 'timestamp with time zone not null default now()'),
    ('created_by', 'uuid not null')
) as written (column_name, definition);

select constraint_is('public', 'task_dependencies', constraint_name, definition)
from (values
    ('task_dependencies_pkey', 'PRIMARY KEY (id)'),
    (
        'task_dependencies_project_id_predecessor_id_successor_id_key',
        'UNIQUE (project_id, predecessor_id, successor_id)'
    ),
    (
        'task_dependencies_predecessor_id_fkey',
        'FOREIGN KEY (project_id, predecessor_id) REFERENCES tasks(project_id, id) '
        'ON DELETE CASCADE'
    ),
    (
        'task_dependencies_successor_id_fkey',
        'FOREIGN KEY (project_id, successor_id) REFERENCES tasks(project_id, id) '
        'ON DELETE CASCADE'
    ),
    ('task_dependencies_created_by_fkey', 'FOREIGN KEY (created_by) REFERENCES users(id)')
) as written (constraint_name, definition);

select enum_has_labels(
    'public',
    'task_dependency_kind_enum',
    array['finish_to_start', 'start_to_start', 'finish_to_finish', 'start_to_finish'],
    'a dependency is of one of four kinds'
);

select throws_constraint(
    format('select tap.a_task_dependency(%L)', jsonb_build_object(column_name, null)),
    '23502',
    'task_dependencies.' || column_name,
    format('a dependency without %s is refused', column_name)
)
from unnest(array[
    'id', 'project_id', 'predecessor_id', 'successor_id', 'kind', 'created_at', 'updated_at',
    'created_by'
]) as required (column_name);

-- One dependency for each row whose end is the end of the dependency.
create temporary table made as
select
    doomed_column,
    tap.a_task_dependency(jsonb_build_object('project_id', tap.a_project())) as id
from unnest(array['project_id', 'predecessor_id', 'successor_id']) as doomed_column;

create temporary table given as
select
    made.doomed_column,
    dependency.*
from made
join public.task_dependencies as dependency using (id);

select throws_constraint(
    format(
        'select tap.a_task_dependency(%L)',
        to_jsonb(given) - array['id', 'doomed_column']
    ),
    '23505',
    'task_dependencies_project_id_predecessor_id_successor_id_key',
    'a task waits for another one once'
)
from given
where doomed_column = 'project_id';

select throws_constraint(
    format('select tap.a_task_dependency(%L)', jsonb_build_object('id', id)),
    '23505',
    'task_dependencies_pkey',
    'no two dependencies share an id'
)
from given
where doomed_column = 'project_id';

select throws_constraint(
    format('select tap.a_task_dependency(%L)', jsonb_build_object('created_by', gen_random_uuid())),
    '23503',
    'task_dependencies_created_by_fkey',
    'an unknown user ties no tasks together'
);

select throws_constraint(
    format(
        'select tap.a_task_dependency(%L)',
        jsonb_build_object(
            'project_id', project_id,
            'predecessor_id', predecessor_id,
            'successor_id', predecessor_id
        )
    ),
    '23514',
    'task_dependencies_no_self_reference_check',
    'task_dependencies_no_self_reference_check refuses a task that waits for itself'
)
from given
where doomed_column = 'project_id';

update public.task_dependencies
set updated_at = '2000-01-01'
where id in (select id from given);

select cmp_ok(updated_at, '>=', now(), 'changing a dependency moves its updated_at')
from public.task_dependencies
where id = (select id from given where doomed_column = 'project_id');

select lives_ok(
    format('delete from public.%I where id = %L', table_name, to_jsonb(given) ->> doomed_column),
    description
)
from given
join (values
    ('project_id', 'projects', 'a project may be deleted while its tasks wait'),
    ('predecessor_id', 'tasks', 'a task may be deleted while others wait for it'),
    ('successor_id', 'tasks', 'a task may be deleted while it waits')
) as doomed (doomed_column, table_name, description) using (doomed_column);

select is_empty(
    format('select id from public.task_dependencies where id = %L', id),
    format('the end of its %s is the end of a dependency', doomed_column)
)
from given;

select * from finish();

rollback;
