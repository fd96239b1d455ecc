-- What row-level security lets through: members at work in every table, and nobody in another's
-- name.

begin;

create temporary table admin as select tap.a_tenant('members') as id;

-- What nothing else stands on: a task to tie, a workflow to take away.
create temporary table spare as
select
    tap.a_task(in_project) as task_id,
    tap.an_approval_workflow(in_project) as workflow_id
from admin
join public.organizations on organizations.created_by = admin.id
join public.projects on projects.organization_id = organizations.id
cross join lateral jsonb_build_object(
    'project_id', projects.id, 'created_by', admin.id
) as in_project;

create temporary table ours as
select
    admin.id as admin_id,
    organizations.id as organization_id,
    member.user_id as member_id,
    projects.id as project_id,
    personal.id as personal_id,
    tasks.id as task_id,
    collaboration_sessions.id as session_id,
    approval_workflows.id as workflow_id,
    approval_requests.id as request_id,
    spare.task_id as spare_task_id,
    spare.workflow_id as spare_workflow_id
from admin
cross join spare
join public.organizations on organizations.created_by = admin.id
join public.team_memberships as member
    on member.organization_id = organizations.id and member.user_id <> admin.id
join public.projects on projects.organization_id = organizations.id
join public.projects as personal
    on personal.created_by = admin.id and personal.name = 'personal secret'
join public.tasks on tasks.project_id = projects.id and tasks.title = 'members secret'
join public.collaboration_sessions on collaboration_sessions.project_id = projects.id
join public.approval_requests on approval_requests.project_id = projects.id
join public.approval_workflows on approval_workflows.id = approval_requests.workflow_id;

create temporary table allowed as
select
    who,
    description,
    format(statement,
        admin_id, organization_id, member_id, project_id, personal_id, task_id, session_id,
        workflow_id, request_id, spare_task_id, spare_workflow_id) as statement,
    outcome
from (values
    -- Reading.
    ('both', 'read their organization', 'select from public.organizations', '1 rows'),
    ('both', 'read who belongs to it', 'select from public.team_memberships', '2 rows'),
    ('both', 'see each other', 'select id from public.users', '2 rows'),
    ('admin', 'reads the project, and a personal one', 'select from public.projects', '2 rows'),
    ('member', 'reads the project', 'select from public.projects', '1 rows'),
    ('admin', 'reads tasks, personal ones too', 'select from public.tasks
        where title like ''%%secret''', '2 rows'),
    ('member', 'reads the tasks',
        'select from public.tasks where title like ''%%secret''', '1 rows'),
    ('both', 'read requirements', 'select from public.requirements', '1 rows'),
    ('both', 'read decisions', 'select from public.architecture_decisions', '1 rows'),
    ('both', 'read risks', 'select from public.project_risks', '1 rows'),
    ('both', 'read dependencies', 'select from public.task_dependencies', '1 rows'),
    ('both', 'read sessions', 'select from public.collaboration_sessions', '1 rows'),
    ('both', 'read guest lists', 'select from public.session_participants', '1 rows'),
    ('both', 'read workflows', 'select from public.approval_workflows', '2 rows'),
    ('both', 'read requests', 'select from public.approval_requests', '1 rows'),
    ('both', 'read assignments', 'select from public.approval_assignments', '1 rows'),
    ('both', 'read answers', 'select from public.approval_responses', '1 rows'),
    ('both', 'read snapshots', 'select from public.project_analytics', '1 rows'),
    ('both', 'read the feed', 'select from public.user_activities
        where action = ''opened a chart''', '1 rows'),
    ('both', 'read the audit log', 'select from public.audit_logs
        where event_action = ''renamed a chart''', '2 rows'),
    ('member', 'reads permissions', 'select from public.user_permissions
        where scope = ''project'' and user_id = %3$L', '1 rows'),

    -- Writing.
    ('admin', 'renames the organization', 'update public.organizations set name = ''New''
        where id = %2$L', '1 rows'),
    ('member', 'does not rename it', 'update public.organizations set name = ''New''', '0 rows'),
    ('admin', 'gives a member another role',
        'update public.team_memberships set role = ''architect''
        where user_id = %3$L', '1 rows'),
    ('member', 'does not give themselves a role', 'update public.team_memberships
        set role = ''admin''', '0 rows'),
    ('both', 'keep their own profile, nobody else''s', 'update public.users set bio = ''New'''
        , '1 rows'),
    ('member', 'starts a project and is told its id', 'insert into public.projects
        (name, organization_id, created_by) values (''New'', %2$L, %3$L) returning id', '1 rows'),
    ('member', 'starts a personal project', 'insert into public.projects (name, created_by)
        values (''New'', %3$L) returning id', '1 rows'),
    ('both', 'change a project', 'update public.projects set description = ''New''
        where id = %4$L', '1 rows'),
    ('member', 'enters a task', 'insert into public.tasks
        (project_id, title, created_by, assigned_to, parent_task_id)
        values (%4$L, ''New'', %3$L, %1$L, %6$L) returning id', '1 rows'),
    ('member', 'changes a task', 'update public.tasks set title = ''New'', parent_task_id = null
        where id = %6$L', '1 rows'),
    ('member', 'deletes a task', 'delete from public.tasks where id = %6$L', '1 rows'),
    ('member', 'enters a requirement', 'insert into public.requirements
        (project_id, title, description, type, created_by)
        values (%4$L, ''New'', ''New'', ''functional'', %3$L) returning id', '1 rows'),
    ('member', 'changes a requirement', 'update public.requirements set title = ''New''', '1 rows'),
    ('member', 'deletes a requirement', 'delete from public.requirements', '1 rows'),
    ('member', 'enters a decision', 'insert into public.architecture_decisions
        (project_id, title, description, decision, category, created_by)
        values (%4$L, ''New'', ''New'', ''New'', ''data'', %3$L) returning id', '1 rows'),
    ('member', 'changes a decision', 'update public.architecture_decisions set title = ''New'''
        , '1 rows'),
    ('member', 'deletes a decision', 'delete from public.architecture_decisions', '1 rows'),
    ('member', 'enters a risk', 'insert into public.project_risks
        (project_id, title, description, category, probability, impact, created_by, owner_id)
        values (%4$L, ''New'', ''New'', ''business'', ''low'', ''low'', %3$L, %1$L)', '1 rows'),
    ('member', 'changes a risk', 'update public.project_risks set title = ''New''', '1 rows'),
    ('member', 'deletes a risk', 'delete from public.project_risks', '1 rows'),
    ('member', 'ties two tasks together', 'insert into public.task_dependencies
        (project_id, predecessor_id, successor_id, created_by)
        values (%4$L, %10$L, %6$L, %3$L)', '1 rows'),
    ('member', 'ties them in another way', 'update public.task_dependencies
        set kind = ''start_to_start''', '1 rows'),
    ('member', 'ends a dependency', 'delete from public.task_dependencies', '1 rows'),
    ('member', 'calls a session', 'insert into public.collaboration_sessions
        (project_id, title, session_type, scheduled_start, scheduled_end, created_by)
        values (%4$L, ''New'', ''planning'', ''2030-01-01'', ''2030-01-02'', %3$L) returning id'
        , '1 rows'),
    ('member', 'puts a session off', 'update public.collaboration_sessions
        set scheduled_end = scheduled_end + interval ''1 hour''', '1 rows'),
    ('member', 'deletes a session', 'delete from public.collaboration_sessions', '1 rows'),
    ('member', 'invites to a session',
        'insert into public.session_participants (session_id, user_id)
        values (%7$L, %1$L) returning id', '1 rows'),
    ('member', 'accepts', 'update public.session_participants set status = ''accepted''', '1 rows'),
    ('member', 'takes a guest off the list', 'delete from public.session_participants', '1 rows'),
    ('member', 'sets up a workflow', 'insert into public.approval_workflows
        (project_id, name, workflow_type, created_by)
        values (%4$L, ''New'', ''change_request'', %3$L) returning id', '1 rows'),
    ('member', 'deletes a workflow that nothing follows',
        'delete from public.approval_workflows where id = %11$L', '1 rows'),
    ('member', 'asks for approval', 'insert into public.approval_requests
        (workflow_id, project_id, title, description, request_type, subject_type, subject_id,
        requested_by)
        values (%8$L, %4$L, ''New'', ''New'', ''design'', ''task'', %6$L, %3$L) returning id'
        , '1 rows'),
    ('admin', 'votes', 'update public.approval_assignments
        set decision = ''approve'', decided_at = now() where request_id = %9$L', '1 rows'),
    ('member', 'gives no stranger a vote', 'insert into public.approval_assignments
        (request_id, approver_id)
        values (%9$L, ''00000000-0000-0000-0000-000000000001'')', '42501'),
    ('member', 'does not vote in another''s place', 'update public.approval_assignments
        set decision = ''approve'', decided_at = now()', '0 rows'),
    ('admin', 'changes their answer', 'update public.approval_responses set comments = ''New'''
        , '1 rows'),
    ('member', 'does not change another''s answer', 'update public.approval_responses
        set comments = ''New''', '0 rows'),
    ('member', 'adds to the feed', 'insert into public.user_activities
        (user_id, project_id, activity_type, action) values (%3$L, %4$L, ''view'', ''New'')'
        , '1 rows'),

    -- In another's name, or for somebody out of sight.
    ('member', 'enters no task as somebody else', 'insert into public.tasks
        (project_id, title, created_by) values (%4$L, ''New'', %1$L)', '42501'),
    ('member', 'starts no project as somebody else', 'insert into public.projects (name, created_by)
        values (''New'', %1$L)', '42501'),
    ('member', 'does nothing as somebody else', 'insert into public.user_activities
        (user_id, project_id, activity_type, action) values (%1$L, %4$L, ''view'', ''New'')'
        , '42501'),
    ('member', 'hands no actor to a procedure', 'call public.create_task(%4$L, ''New'', %1$L)'
        , '42501'),
    ('member', 'answers for nobody else', 'insert into public.approval_responses
        (request_id, approver_id, decision) values (%9$L, %1$L, ''approve'')', '42501'),
    ('member', 'sees no personal project of others', 'select from public.projects where id = %5$L'
        , '0 rows'),
    ('member', 'enters nothing there', 'insert into public.tasks (project_id, title, created_by)
        values (%5$L, ''New'', %3$L)', '42501'),
    ('member', 'gives no task to a stranger', 'update public.tasks
        set assigned_to = ''00000000-0000-0000-0000-000000000001'' where id = %6$L', '42501'),

    -- The procedures work in the application's role.
    ('member', 'creates a task by procedure',
        'call public.create_task(%4$L, ''New'', %3$L)', '1 rows'),
    ('admin', 'assigns one by procedure',
        'call public.reassign_task(%6$L, %3$L, %1$L, %1$L)', '0 rows'),
    ('member', 'starts one by procedure', 'call public.start_task(%6$L, %3$L)', '0 rows'),
    ('admin', 'starts a project by procedure', 'call public.start_project(%4$L, %1$L)', '0 rows'),
    ('admin', 'answers by procedure',
        'call public.respond_to_approval(%9$L, ''reject'', %1$L, ''no'')'
        , '0 rows')
) as work (who, description, statement, outcome)
cross join ours;

select plan((
    select count(*) + count(*) filter (where who = 'both') + 16
    from allowed
)::integer);

select is(
    tap.outcome_as(
        'bduf_app',
        (case who when 'admin' then admin_id else member_id end)::text,
        statement
    ),
    outcome,
    format('%s: %s', who, description)
)
from allowed
cross join ours;

select is(
    tap.outcome_as('bduf_app', admin_id::text, statement),
    outcome,
    format('the other of %s: %s', who, description)
)
from allowed
cross join ours
where who = 'both';

-- The reader reads the same, staff and jobs everything.

select is(
    tap.text_as('bduf_readonly', member_id::text, 'select count(*) from public.tasks'),
    tap.text_as('bduf_app', member_id::text, 'select count(*) from public.tasks'),
    'the reader sees what the application sees'
)
from ours;

select is(
    tap.text_as(role_name, '', format('select count(*) from public.%I', table_name)),
    rows::text,
    format('%s sees the %s of everybody', role_name, table_name)
)
from (values
    ('tasks', (select count(*) from public.tasks)),
    ('task_dependencies', (select count(*) from public.task_dependencies)),
    ('approval_assignments', (select count(*) from public.approval_assignments))
) as held (table_name, rows)
cross join unnest(array['bduf_admin', 'bduf_job', 'bduf_owner']) as role_name;

select public.seal_audit_logs(p_lag => '0 seconds');

select is(
    tap.text_as('pg_monitor', '', 'select last_seal_number from monitoring.audit_seal_lag'),
    '1',
    'who monitors sees when the log was last sealed'
);

select is(
    tap.outcome_as(
        'bduf_job',
        '',
        'select public.snapshot_all_projects((clock_timestamp() at time zone ''UTC'')::date)'
    ),
    '1 rows',
    'a job takes the snapshots of everybody'
);

select is(
    tap.outcome_as('bduf_job', '', 'call public.expire_approvals(clock_timestamp())'),
    '1 rows',
    'a job lets requests expire'
);

select is(
    tap.outcome_as(
        'bduf_admin',
        '',
        format('update public.users set is_active = false where id = %L', member_id)
    ),
    '1 rows',
    'staff close an account'
)
from ours;

-- Force: without its own policy even the owner sees nothing.

drop policy tasks_platform_all on public.tasks;

select is(
    tap.text_as('bduf_owner', '', 'select count(*) from public.tasks'),
    '0',
    'the owner sees tasks by policy only'
);

alter table public.tasks no force row level security;

select isnt(
    tap.text_as('bduf_owner', '', 'select count(*) from public.tasks'),
    '0',
    'and would see them without one if security were not forced'
);

select * from finish();

rollback;
