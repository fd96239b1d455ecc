-- What belongs together belongs to one project, and what a column names by type and id is there.

begin;

select plan(28);

create temporary table place as
select
    here,
    there,
    tap.a_task(in_there) as task,
    tap.a_requirement(in_there) as requirement,
    tap.an_architecture_decision(in_there) as decision,
    tap.an_approval_workflow(in_there) as workflow,
    tap.a_project_risk(in_there) as risk,
    tap.a_collaboration_session(in_there) as session
from (select tap.a_project() as here, tap.a_project() as there) as project
cross join lateral jsonb_build_object('project_id', there) as in_there;

select throws_constraint(
    format('select tap.%I(%L)', builder, jsonb_build_object('project_id', here) || attempt),
    '23503',
    constraint_name,
    format('%s keeps to one project', constraint_name)
)
from place
cross join lateral (values
    (
        'a_task',
        jsonb_build_object('parent_task_id', task),
        'tasks_project_id_parent_task_id_fkey'
    ),
    (
        'a_requirement',
        jsonb_build_object('parent_requirement_id', requirement),
        'requirements_project_id_parent_requirement_id_fkey'
    ),
    (
        'a_requirement',
        jsonb_build_object('lineage_id', requirement, 'version', 2, 'is_current_version', false),
        'requirements_project_id_lineage_id_fkey'
    ),
    (
        'an_architecture_decision',
        jsonb_build_object('status', 'superseded', 'superseded_by', decision),
        'architecture_decisions_project_id_superseded_by_fkey'
    ),
    (
        'an_approval_request',
        jsonb_build_object(
            'workflow_id', workflow, 'subject_type', 'project', 'subject_id', here
        ),
        'approval_requests_project_id_workflow_id_fkey'
    ),
    (
        'a_task_dependency',
        jsonb_build_object('predecessor_id', task),
        'task_dependencies_predecessor_id_fkey'
    ),
    (
        'a_task_dependency',
        jsonb_build_object('successor_id', task),
        'task_dependencies_successor_id_fkey'
    )
) as refused (builder, attempt, constraint_name);

-- A task that moves to another project with its parts is moved with all of them.

create temporary table family as
select
    there,
    parent,
    tap.a_task(jsonb_build_object('project_id', here, 'parent_task_id', parent)) as child
from place
cross join lateral tap.a_task(jsonb_build_object('project_id', here)) as parent;

select throws_constraint(
    format('update public.tasks set project_id = %L where id = %L', there, parent),
    '23503',
    'tasks_project_id_parent_task_id_fkey',
    'a task does not leave its parts behind in another project'
)
from family;

select lives_ok(
    format(
        'update public.tasks set project_id = %L where id in (%L, %L)',
        there,
        parent,
        child
    ),
    'a task moves to another project together with its parts'
)
from family;

-- Subjects of approval.

select throws_constraint(
    format('select tap.an_approval_request(%L)', attempt),
    sqlstate,
    constraint_name,
    format('%s refuses a %s', constraint_name, attempt ->> 'subject_type')
)
from place
cross join lateral (values
    (
        jsonb_build_object('subject_type', 'task', 'subject_id', gen_random_uuid()),
        'BD302',
        'approval_requests_subject_exists'
    ),
    (
        jsonb_build_object('subject_type', 'requirement', 'subject_id', task),
        'BD302',
        'approval_requests_subject_exists'
    ),
    (
        jsonb_build_object('subject_type', 'task', 'subject_id', task),
        'BD303',
        'approval_requests_subject_in_project'
    )
) as refused (attempt, sqlstate, constraint_name);

create temporary table request as
select tap.an_approval_request() as id;

select throws_constraint(
    format('update public.approval_requests set subject_id = %L where id = %L', task, id),
    'BD303',
    'approval_requests_subject_in_project',
    'a request does not turn to what another project has'
)
from request
cross join place;

select lives_ok(
    format(
        'select tap.an_approval_request(%L)',
        jsonb_build_object(
            'workflow_id', workflow,
            'project_id', there,
            'subject_type', subject_type,
            'subject_id', subject_id
        )
    ),
    format('a %s of the same project may be put up for approval', subject_type)
)
from place
cross join lateral (values
    ('project', there),
    ('requirement', requirement),
    ('architecture', decision),
    ('risk', risk)
) as accepted (subject_type, subject_id);

-- What activities are about.

select throws_constraint(
    format('select tap.a_user_activity(%L)', attempt),
    sqlstate,
    constraint_name,
    format('%s refuses a %s', constraint_name, attempt ->> 'entity_type')
)
from place
cross join lateral (values
    (
        jsonb_build_object('entity_type', 'user', 'entity_id', gen_random_uuid()),
        'BD302',
        'user_activities_entity_exists'
    ),
    (
        jsonb_build_object(
            'project_id', here, 'entity_type', 'session', 'entity_id', session
        ),
        'BD303',
        'user_activities_entity_in_project'
    ),
    (
        jsonb_build_object('entity_type', 'task', 'entity_id', task),
        'BD303',
        'user_activities_entity_in_project'
    )
) as refused (attempt, sqlstate, constraint_name);

select lives_ok(
    format('select tap.a_user_activity(%L)', attempt),
    format('an activity may be about a %s', attempt ->> 'entity_type')
)
from place
cross join lateral (values
    (jsonb_build_object('entity_type', 'user', 'entity_id', tap.a_user())),
    (jsonb_build_object('entity_type', 'organization', 'entity_id', tap.an_organization())),
    (jsonb_build_object('project_id', there, 'entity_type', 'session', 'entity_id', session))
) as accepted (attempt);

-- Related requirements.

select throws_constraint(
    format('select tap.a_requirement(%L)', attempt),
    sqlstate,
    constraint_name,
    format('%s refuses it', constraint_name)
)
from place
cross join lateral (values
    (
        jsonb_build_object(
            'project_id', here, 'related_requirements', jsonb_build_array(requirement)
        ),
        'BD303',
        'requirements_related_in_project'
    ),
    (
        jsonb_build_object(
            'project_id', there,
            'related_requirements', jsonb_build_array(requirement, requirement)
        ),
        'BD304',
        'requirements_related_once'
    )
) as refused (attempt, sqlstate, constraint_name);

select lives_ok(
    format(
        'select tap.a_requirement(%L)',
        jsonb_build_object(
            'project_id', there, 'related_requirements', jsonb_build_array(requirement)
        )
    ),
    'a requirement may be related to another one of its project'
)
from place;

create temporary table related as
select
    requirement as other,
    tap.a_requirement(jsonb_build_object('project_id', there)) as id,
    tap.a_requirement() as elsewhere
from place;

select throws_constraint(
    format(
        'update public.requirements set related_requirements = array[%L]::uuid[] where id = %L',
        elsewhere,
        id
    ),
    'BD303',
    'requirements_related_in_project',
    'a requirement does not become related to one of another project'
)
from related;

select lives_ok(
    format(
        'update public.requirements set related_requirements = array[%L]::uuid[] where id = %L',
        other,
        id
    ),
    'a requirement may become related to another one of its project'
)
from related;

select * from finish();

rollback;
