-- What tasks refer to, and what becomes of them when that is deleted.

begin;

select plan(14);

-- One task for each reference whose end is the end of the task.
create temporary table given as
select
    doomed_column,
    gen_random_uuid() as id,
    project_id,
    tap.a_task(jsonb_build_object('project_id', project_id)) as parent_task_id,
    tap.a_user() as assigned_to,
    tap.a_user() as assigned_by,
    tap.a_user() as created_by
from unnest(array['project_id', 'parent_task_id']) as doomed (doomed_column)
cross join lateral tap.a_project(jsonb_build_object('name', doomed_column)) as project_id;

select lives_ok(
    format('select tap.a_task(%L)', to_jsonb(given) - 'doomed_column'),
    'a task may refer to an existing project, parent, assignee, assigner and author'
)
from given;

select throws_constraint(
    format(
        'select tap.a_task(%L)',
        jsonb_build_object('assigned_to', tap.a_user(), column_name, gen_random_uuid())
    ),
    '23503',
    format('tasks_%s_fkey', column_name),
    description
)
from (values
    ('project_id', 'a task does not belong to an unknown project'),
    ('parent_task_id', 'a task does not have an unknown parent'),
    ('assigned_to', 'a task is not assigned to an unknown user'),
    ('assigned_by', 'a task is not assigned by an unknown user'),
    ('created_by', 'a task is not created by an unknown user')
) as refused (column_name, description);

select throws_constraint(
    format('delete from public.users where id = %L', to_jsonb(any_given) ->> column_name),
    '23503',
    format('tasks_%s_fkey', column_name),
    description
)
from (select * from given limit 1) as any_given
cross join (values
    ('assigned_to', 'whoever is assigned a task may not be deleted'),
    ('assigned_by', 'whoever assigned a task may not be deleted'),
    ('created_by', 'whoever created a task may not be deleted')
) as kept (column_name, description);

select lives_ok(
    format('delete from public.%I where id = %L', table_name, to_jsonb(given) ->> doomed_column),
    description
)
from given
join (values
    ('project_id', 'projects', 'a project may be deleted while it has tasks'),
    ('parent_task_id', 'tasks', 'a task may be deleted while it has subtasks')
) as doomed (doomed_column, table_name, description) using (doomed_column);

select is_empty(
    format('select id from public.tasks where id = %L', id),
    description
)
from given
join (values
    ('project_id', 'deleting a project deletes its tasks'),
    ('parent_task_id', 'deleting a task deletes its subtasks')
) as doomed (doomed_column, description) using (doomed_column);

select * from finish();

rollback;
