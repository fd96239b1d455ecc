-- The procedures that start, suspend, end and put away a project.

begin;

select plan(46);

create temporary table team as
select tap.a_team_project() as project_id;

create temporary table actor as
select
    tap.a_member_of(project_id, 'project_manager') as manager_id,
    tap.a_member_of(project_id, 'developer') as developer_id
from team;

-- Who may. Each statement would succeed if a manager made it.

create temporary table in_phase as
select
    phase.status,
    tap.a_project(
        jsonb_build_object('status', phase.status, 'organization_id', projects.organization_id)
    ) as project_id
from unnest(enum_range(null::public.project_status_enum)) as phase (status)
cross join team
join public.projects on projects.id = team.project_id;

select throws_ok(
    format(statement, project_id, developer_id),
    'BD502',
    'this takes the permission ' || permission,
    description
)
from (values
    (
        'initiation',
        'call public.start_project(%L, %L)',
        'project.manage',
        'a developer does not start a project'
    ),
    (
        'analysis',
        'call public.change_project_phase(%L, ''design'', %L)',
        'project.manage',
        'a developer does not change the phase'
    ),
    (
        'design',
        'call public.hold_project(%L, ''no money'', %L)',
        'project.manage',
        'a developer does not suspend a project'
    ),
    (
        'on_hold',
        'call public.resume_project(%L, ''design'', %L)',
        'project.manage',
        'a developer does not resume a project'
    ),
    (
        'execution',
        'call public.complete_project(%L, %L)',
        'project.close',
        'a developer does not complete a project'
    ),
    (
        'planning',
        'call public.cancel_project(%L, ''no money'', %L)',
        'project.close',
        'a developer does not cancel a project'
    ),
    (
        'completed',
        'call public.archive_project(%L, %L)',
        'project.close',
        'a developer does not archive a project'
    )
) as forbidden (status, statement, permission, description)
join in_phase on in_phase.status::text = forbidden.status
cross join actor;

select lives_ok(
    format(statement, project_id, manager_id),
    description
)
from (values
    ('initiation', 'call public.start_project(%L, %L)', 'a manager starts a project'),
    (
        'analysis',
        'call public.change_project_phase(%L, ''design'', %L)',
        'a manager changes the phase'
    ),
    ('design', 'call public.hold_project(%L, ''no money'', %L)', 'a manager suspends a project'),
    ('on_hold', 'call public.resume_project(%L, ''design'', %L)', 'a manager resumes a project'),
    ('execution', 'call public.complete_project(%L, %L)', 'a manager completes a project'),
    ('planning', 'call public.cancel_project(%L, ''no money'', %L)', 'a manager cancels a project'),
    ('completed', 'call public.archive_project(%L, %L)', 'a manager archives a project')
) as allowed (status, statement, description)
join in_phase on in_phase.status::text = allowed.status
cross join actor;

-- What became of them.

select is(projects.status::text, outcome.expected, outcome.description)
from (values
    ('initiation', 'analysis', 'a started project is in analysis'),
    ('analysis', 'design', 'a changed phase is the new one'),
    ('design', 'on_hold', 'a suspended project is on hold'),
    ('on_hold', 'design', 'a resumed project is in the phase that was named'),
    ('execution', 'completed', 'a completed project is completed'),
    ('planning', 'cancelled', 'a cancelled project is cancelled')
) as outcome (status, expected, description)
join in_phase on in_phase.status::text = outcome.status
join public.projects on projects.id = in_phase.project_id;

select set_eq(
    $$
        select
            in_phase.status::text,
            action,
            metadata ->> 'reason'
        from public.user_activities
        join in_phase using (project_id)
        join actor on actor.manager_id = user_activities.user_id
        where entity_type = 'project' and entity_id = project_id
    $$,
    $$
        values
            ('initiation', 'project.started', null),
            ('analysis', 'project.phase_changed', null),
            ('design', 'project.held', 'no money'),
            ('on_hold', 'project.resumed', null),
            ('execution', 'project.completed', null),
            ('planning', 'project.cancelled', 'no money'),
            ('completed', 'project.archived', null)
    $$,
    'each act stands in the feed once, under the name of who did it'
);

select is(start_date, (now() at time zone 'UTC')::date, 'a started project starts today')
from public.projects
join in_phase on in_phase.project_id = projects.id
where in_phase.status = 'initiation';

select is(actual_end_date, (now() at time zone 'UTC')::date, 'a completed project ends today')
from public.projects
join in_phase on in_phase.project_id = projects.id
where in_phase.status = 'execution';

select isnt(archived_at, null, 'an archived project has the time of it')
from public.projects
join in_phase on in_phase.project_id = projects.id
where in_phase.status = 'completed';

-- Once more.

select throws_ok(
    format('call public.complete_project(%L, %L)', project_id, manager_id),
    'BD504',
    'it is completed already',
    'completing a project twice is told apart from a step that is not legal'
)
from in_phase
cross join actor
where status = 'execution';

select lives_ok(
    format('call public.archive_project(%L, %L)', project_id, manager_id),
    'archiving a project twice is no error'
)
from in_phase
cross join actor
where status = 'completed';

select is(
    (
        select count(*)
        from public.user_activities
        where project_id = in_phase.project_id
    ),
    1::bigint,
    'and leaves no second entry'
)
from in_phase
where status = 'completed';

-- Back again.

select throws_ok(
    format('call public.reopen_project(%L, %L, %L)', project_id, 'one sheet lacks', who),
    sqlstate,
    null,
    description
)
from in_phase
cross join actor
cross join lateral (
    values
        ('completed', developer_id, 'BD502', 'a developer does not reopen a project'),
        ('planning', manager_id, 'BD503', 'a cancelled project is not reopened')
) as refused (status, who, sqlstate, description)
where in_phase.status::text = refused.status;

select lives_ok(
    format('call public.reopen_project(%L, %L, %L)', project_id, 'one sheet lacks', manager_id),
    'a manager reopens a completed project'
)
from in_phase
cross join actor
where status = 'completed';

select results_eq(
    format(
        'select status::text, archived_at, actual_end_date from public.projects where id = %L',
        project_id
    ),
    $$values ('execution', null::timestamptz, null::date)$$,
    'and it is out of the archive and has not ended'
)
from in_phase
where status = 'completed';

-- Refusals.

select throws_ok(
    format(statement, project_id, manager_id),
    sqlstate,
    null,
    description
)
from (values
    (
        'planning',
        'call public.complete_project(%L, %L)',
        'BD503',
        'a cancelled project is not completed'
    ),
    (
        'initiation',
        'call public.complete_project(%L, %L)',
        'BD503',
        'a project in analysis is not completed'
    ),
    (
        'initiation',
        'call public.change_project_phase(%L, ''execution'', %L)',
        'BD503',
        'no phase is skipped'
    ),
    (
        'initiation',
        'call public.archive_project(%L, %L)',
        'BD503',
        'a project that goes on is not archived'
    ),
    (
        'initiation',
        'call public.hold_project(%L, '' '', %L)',
        'BD518',
        'nothing is suspended without a reason'
    ),
    (
        'initiation',
        'call public.cancel_project(%L, null, %L)',
        'BD518',
        'nothing is cancelled without a reason'
    )
) as refused (status, statement, sqlstate, description)
join in_phase on in_phase.status::text = refused.status
cross join actor;

select throws_ok(
    format('call public.start_project(%L, %L)', gen_random_uuid(), manager_id),
    'BD501',
    'there is no such project',
    'an unknown project is named as such'
)
from actor;

select throws_constraint(
    format('update public.projects set archived_at = now() where id = %L', project_id),
    '23514',
    'projects_archived_has_ended_check',
    'no writer archives a project that goes on'
)
from in_phase
where status = 'initiation';

-- Open work.

create temporary table busy as
select
    open_status,
    project_id,
    tap.a_task(jsonb_build_object('project_id', project_id, 'status', open_status)) as task_id
from (
    select
        open_status,
        tap.a_project(
            jsonb_build_object(
                'status', 'execution',
                'organization_id', projects.organization_id
            )
        ) as project_id
    from (values ('pending'), ('in_progress'), ('blocked'), ('needs_review')) as state (open_status)
    cross join team
    join public.projects on projects.id = team.project_id
) as started;

select throws_ok(
    format('call public.complete_project(%L, %L)', project_id, manager_id),
    'BD507',
    'the project has unfinished work',
    format('a project with a task that is %s is not completed', open_status)
)
from busy
cross join actor;

select throws_ok(
    format('call public.complete_project(%L, %L)', asked.project_id, manager_id),
    'BD507',
    'the project has unfinished work',
    'a project with an open approval request is not completed'
)
from (
    select tap.a_project(
        jsonb_build_object('status', 'execution', 'organization_id', projects.organization_id)
    ) as project_id
    from team
    join public.projects on projects.id = team.project_id
) as asked
cross join lateral tap.an_approval_request(
    jsonb_build_object(
        'project_id', asked.project_id,
        'subject_type', 'project',
        'subject_id', asked.project_id,
        'workflow_id', tap.an_approval_workflow(
            jsonb_build_object('project_id', asked.project_id)
        )
    )
) as request_id
cross join actor;

select lives_ok(
    format('call public.cancel_project(%L, %L, %L)', project_id, 'no money', manager_id),
    'a project with open work may be cancelled'
)
from busy
cross join actor
where open_status = 'blocked';

select is(tasks.status, 'cancelled', 'its open tasks are cancelled with it')
from public.tasks
join busy on busy.task_id = tasks.id
where busy.open_status = 'blocked';

select * from finish();

rollback;
