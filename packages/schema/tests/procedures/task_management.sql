-- The procedures that enter, give away, move and end tasks.

begin;

select plan(111);

create temporary table team as
select tap.a_team_project() as project_id;

create temporary table actor as
select
    tap.a_member_of(project_id, 'tech_lead') as lead_id,
    tap.a_member_of(project_id, 'developer') as worker_id,
    tap.a_member_of(project_id, 'developer') as other_id,
    tap.a_member_of(project_id, 'qa_engineer') as reviewer_id,
    tap.a_member_of(project_id, 'viewer') as viewer_id,
    tap.a_user() as stranger_id
from team;

-- Each task belongs to the worker.

create temporary table task as
select
    label.status,
    tap.a_task(
        jsonb_build_object(
            'project_id', team.project_id,
            'status', label.status,
            'assigned_to', actor.worker_id
        )
    ) as id
from unnest(enum_range(null::public.task_status_enum)) as label (status)
cross join team
cross join actor;

create temporary table act (status, statement, result, who, others, recorded) as
values
    (
        'pending',
        'call public.start_task(%L, %L)',
        'in_progress',
        'worker_id',
        '{other_id,viewer_id,stranger_id}'::text[],
        'task.started'
    ),
    (
        'in_progress',
        'call public.block_task(%L, ''no ship'', %L)',
        'blocked',
        'worker_id',
        '{other_id,viewer_id,stranger_id}',
        'task.blocked'
    ),
    (
        'blocked',
        'call public.put_back_task(%L, %L)',
        'pending',
        'worker_id',
        '{other_id,viewer_id,stranger_id}',
        'task.put_back'
    ),
    (
        'pending',
        'call public.complete_task(%L, %L)',
        'completed',
        'worker_id',
        '{other_id,viewer_id,stranger_id}',
        'task.completed'
    ),
    (
        'in_progress',
        'call public.submit_task(%L, %L)',
        'needs_review',
        'worker_id',
        '{other_id,viewer_id,stranger_id}',
        'task.submitted'
    ),
    (
        'needs_review',
        'call public.withdraw_task(%L, %L)',
        'in_progress',
        'worker_id',
        '{other_id,viewer_id,stranger_id}',
        'task.withdrawn'
    ),
    (
        'needs_review',
        'call public.review_task(%L, ''approved'', null, %L)',
        'approved',
        'reviewer_id',
        '{worker_id,viewer_id,stranger_id}',
        'task.reviewed'
    ),
    (
        'in_progress',
        'call public.cancel_task(%L, ''no money'', %L)',
        'cancelled',
        'lead_id',
        '{worker_id,viewer_id,stranger_id}',
        'task.cancelled'
    ),
    (
        'completed',
        'call public.reopen_task(%L, ''wrong datum'', %L)',
        'in_progress',
        'lead_id',
        '{worker_id,viewer_id,stranger_id}',
        'task.reopened'
    ),
    (
        'cancelled',
        'call public.reopen_task(%L, ''money found'', %L)',
        'pending',
        'lead_id',
        '{worker_id,viewer_id,stranger_id}',
        'task.reopened'
    );

create or replace function pg_temp.statement_by(p_template text, p_task_id uuid, p_who text)
returns text
language sql
as $$
    select format(p_template, p_task_id, to_jsonb(actor) ->> p_who)
    from actor;
$$;

create temporary table subject as
select
    act.*,
    tap.a_task(
        jsonb_build_object(
            'project_id', team.project_id,
            'status', act.status,
            'assigned_to', actor.worker_id
        )
    ) as task_id
from act
cross join team
cross join actor;

select throws_ok(
    pg_temp.statement_by(subject.statement, subject.task_id, who_not),
    'BD502',
    null,
    format('%s: not the %s', subject.recorded, who_not)
)
from subject
cross join unnest(subject.others) as who_not;

select lives_ok(
    pg_temp.statement_by(subject.statement, subject.task_id, subject.who),
    format('%s: by the %s, from %s', subject.recorded, subject.who, subject.status)
)
from subject;

select is(
    tasks.status::text,
    subject.result,
    format('%s: makes what is %s %s', subject.recorded, subject.status, subject.result)
)
from subject
join public.tasks on tasks.id = subject.task_id;

select set_eq(
    $$
        select entity_id, action, user_id::text
        from public.user_activities
        where entity_type = 'task'
    $$,
    $$
        select task_id, recorded, to_jsonb(actor) ->> who
        from subject
        cross join actor
    $$,
    'each act stands in the feed, and no refused one does'
);

select isnt(completed_at, null, 'an approved task is finished at some time')
from subject
join public.tasks on tasks.id = subject.task_id
where subject.result = 'approved';

-- Once more.

select throws_ok(
    pg_temp.statement_by('call public.complete_task(%L, %L)', task_id, 'worker_id'),
    'BD504',
    'it is completed already',
    'a task that is completed twice is told apart from a step that is not legal'
)
from subject
where recorded = 'task.completed';

-- Reasons and reviews.

select throws_ok(
    pg_temp.statement_by(statement, task.id, who),
    sqlstate,
    null,
    description
)
from (values
    (
        'in_progress',
        'call public.block_task(%L, '' '', %L)',
        'worker_id',
        'BD518',
        'nothing is blocked without a reason'
    ),
    (
        'in_progress',
        'call public.cancel_task(%L, null, %L)',
        'lead_id',
        'BD518',
        'nothing is cancelled without a reason'
    ),
    (
        'needs_review',
        'call public.review_task(%L, ''rejected'', null, %L)',
        'reviewer_id',
        'BD518',
        'nothing is rejected without a reason'
    ),
    (
        'completed',
        'call public.reopen_task(%L, '''', %L)',
        'lead_id',
        'BD518',
        'nothing is reopened without a reason'
    ),
    (
        'approved',
        'call public.reopen_task(%L, ''wrong'', %L)',
        'lead_id',
        'BD503',
        'what was approved is not reopened'
    ),
    (
        'pending',
        'call public.review_task(%L, ''approved'', null, %L)',
        'reviewer_id',
        'BD503',
        'what was not handed in is not reviewed'
    ),
    (
        'needs_review',
        'call public.review_task(%L, ''completed'', null, %L)',
        'reviewer_id',
        'BD503',
        'a review approves or rejects'
    )
) as refused (status, statement, who, sqlstate, description)
join task on task.status::text = refused.status;

update public.tasks
set assigned_to = (select reviewer_id from actor)
where id = (select id from task where status = 'needs_review');

select throws_ok(
    pg_temp.statement_by(
        'call public.review_task(%L, ''approved'', null, %L)',
        task.id,
        'reviewer_id'
    ),
    'BD512',
    'nobody reviews their own work',
    'a reviewer does not review their own work'
)
from task
where status = 'needs_review';

-- Entering.

create temporary table made as
select
    gen_random_uuid() as id,
    gen_random_uuid() as other_id;

create or replace function pg_temp.create_task(
    p_id uuid,
    p_who text,
    p_project_id uuid,
    p_title text default 'Sound the bay',
    p_parent_id uuid default null
)
returns text
language sql
as $$
    select format(
        'call public.create_task(%L, %L, %L, p_parent_task_id => %L, p_task_id => %L)',
        p_project_id,
        p_title,
        to_jsonb(actor) ->> p_who,
        p_parent_id,
        p_id
    )
    from actor;
$$;

select throws_ok(
    pg_temp.create_task(id, 'viewer_id', project_id),
    'BD502',
    null,
    'a viewer enters no task'
)
from made
cross join team;

select lives_ok(
    pg_temp.create_task(id, 'worker_id', project_id),
    description
)
from made
cross join team
cross join (
    values
        ('a developer enters a task'),
        ('entering it again with the same id is no error')
) as twice (description);

select is(
    (
        select count(*)
        from public.user_activities
        where entity_id = made.id
    ),
    1::bigint,
    'and is not recorded again'
)
from made;

select throws_ok(
    pg_temp.create_task(id, 'worker_id', project_id, 'Sound the harbour'),
    'BD505',
    'the id belongs to another task',
    'the id of a task is not taken for another one'
)
from made
cross join team;

select throws_ok(
    pg_temp.create_task(
        other_id,
        'worker_id',
        project_id,
        p_parent_id => (select id from task where status = 'completed')
    ),
    'BD507',
    null,
    'a task that has ended gets no open part'
)
from made
cross join team;

select throws_ok(
    pg_temp.create_task(other_id, 'worker_id', project_id, p_parent_id => tap.a_task()),
    'BD501',
    null,
    'a task gets no parent in another project'
)
from made
cross join team;

do $$
declare
    v_project_id uuid := (select project_id from team);
    v_worker_id uuid := (select worker_id from actor);
    v_task_id uuid;
begin
    call public.create_task(
        v_project_id,
        'Print the sheet',
        v_worker_id,
        p_task_id => v_task_id
    );
    insert into made (id) values (v_task_id);
end;
$$;

select is(
    uuid_extract_version(id),
    7::smallint,
    'without an id, a task gets one that is ordered by time'
)
from public.tasks
join made using (id)
where title = 'Print the sheet';

delete from made
where other_id is null;

-- Giving away.

create temporary table given as
select tap.a_task(jsonb_build_object('project_id', project_id)) as id
from team;

select throws_ok(
    pg_temp.statement_by(
        format('call public.assign_task(%%L, %L, %%L)', actor.worker_id),
        given.id,
        'worker_id'
    ),
    'BD502',
    null,
    'a developer does not give tasks away'
)
from given
cross join actor;

select throws_ok(
    pg_temp.statement_by(
        format('call public.assign_task(%%L, %L, %%L)', to_jsonb(actor) ->> assignee),
        given.id,
        'lead_id'
    ),
    'BD508',
    null,
    format('a task is not given to the %s', assignee)
)
from given
cross join actor
cross join unnest(array['viewer_id', 'stranger_id']) as assignee;

select lives_ok(
    format('call public.assign_task(%L, %L, %L)', given.id, worker_id, lead_id),
    description
)
from given
cross join actor
cross join (
    values
        ('a lead gives a task to a developer'),
        ('giving it to the same one again is no error')
) as twice (description);

select results_eq(
    format('select assigned_to, assigned_by from public.tasks where id = %L', given.id),
    format('values (%L::uuid, %L::uuid)', worker_id, lead_id),
    'the task says who has it and from whom'
)
from given
cross join actor;

select throws_ok(
    format('call public.assign_task(%L, %L, %L)', given.id, other_id, lead_id),
    'BD505',
    'somebody has the task already',
    'what somebody has is not given to another by the way'
)
from given
cross join actor;

select throws_ok(
    format('call public.reassign_task(%L, %L, %L, %L)', given.id, other_id, reviewer_id, lead_id),
    'BD505',
    'somebody else has the task by now',
    'a task is passed on only from whom it is with'
)
from given
cross join actor;

select lives_ok(
    format('call public.reassign_task(%L, %L, %L, %L)', given.id, worker_id, other_id, lead_id),
    description
)
from given
cross join actor
cross join (
    values
        ('a lead passes a task on'),
        ('passing it on to the same one again is no error')
) as twice (description);

select throws_ok(
    format('call public.reassign_task(%L, %L, %L, %L)', given.id, other_id, viewer_id, lead_id),
    'BD508',
    null,
    'but not to somebody who only looks on'
)
from given
cross join actor;

select lives_ok(
    format('call public.reassign_task(%L, %L, null, %L)', given.id, other_id, lead_id),
    'a lead takes a task away'
)
from given
cross join actor;

select set_eq(
    format(
        'select action, activity_type::text from public.user_activities where entity_id = %L',
        given.id
    ),
    $$
        values
            ('task.assigned', 'assign'),
            ('task.reassigned', 'assign'),
            ('task.reassigned', 'unassign')
    $$,
    'each change of hands stands in the feed'
)
from given;

select lives_ok(
    format('call public.start_task(%L, %L)', given.id, other_id),
    'whoever starts a task that nobody has gets it'
)
from given
cross join actor;

select is(assigned_to, other_id, 'and has it then')
from public.tasks
join given using (id)
cross join actor;

select throws_ok(
    format('call public.reassign_task(%L, %L, %L, %L)', task.id, worker_id, other_id, lead_id),
    'BD503',
    'the task is completed',
    'who did a task is not changed after it has ended'
)
from task
cross join actor
where status = 'completed';

-- Parts and predecessors.

create temporary table family as
select
    parent.id as parent_id,
    tap.a_task(
        jsonb_build_object('project_id', project_id, 'parent_task_id', parent.id)
    ) as part_id
from team
cross join lateral tap.a_task(jsonb_build_object('project_id', project_id)) as parent (id);

select throws_ok(
    format(statement, parent_id, lead_id),
    'BD507',
    null,
    description
)
from (values
    ('call public.complete_task(%L, %L)', 'a task with an open part is not completed'),
    ('call public.cancel_task(%L, ''no money'', %L)', 'a task with an open part is not cancelled')
) as refused (statement, description)
cross join family
cross join actor;

select lives_ok(
    format('call public.complete_task(%L, %L)', id, lead_id),
    description
)
from family
cross join actor
cross join lateral (
    values
        (part_id, 'a part is completed'),
        (parent_id, 'then the whole is')
) as step (id, description);

select throws_ok(
    format('call public.reopen_task(%L, %L, %L)', part_id, 'wrong', lead_id),
    'BD507',
    'a task that is completed takes no open part',
    'a part is not reopened under a whole that has ended'
)
from family
cross join actor;

create temporary table wait as
select
    kind::public.task_dependency_kind_enum as kind,
    tap.a_task(jsonb_build_object('project_id', project_id)) as predecessor_id,
    tap.a_task(jsonb_build_object('project_id', project_id, 'status', status)) as successor_id,
    statement
from team
cross join (
    values
        ('finish_to_start', 'pending', 'call public.start_task(%L, %L)'),
        ('start_to_start', 'pending', 'call public.start_task(%L, %L)'),
        ('finish_to_finish', 'in_progress', 'call public.complete_task(%L, %L)'),
        ('start_to_finish', 'in_progress', 'call public.complete_task(%L, %L)')
) as tied (kind, status, statement);

select tap.a_task_dependency(
    jsonb_build_object(
        'project_id', project_id,
        'predecessor_id', predecessor_id,
        'successor_id', successor_id,
        'kind', kind
    )
)
from wait
cross join team;

select throws_ok(
    format(statement, successor_id, lead_id),
    'BD507',
    null,
    format('%s: the successor waits', kind)
)
from wait
cross join actor;

select lives_ok(
    format('call public.start_task(%L, %L)', predecessor_id, lead_id),
    format('%s: the predecessor starts', kind)
)
from wait
cross join actor;

select lives_ok(
    format('call public.complete_task(%L, %L)', predecessor_id, lead_id),
    format('%s: the predecessor ends', kind)
)
from wait
cross join actor
where kind in ('finish_to_start', 'finish_to_finish');

select lives_ok(
    format(statement, successor_id, lead_id),
    format('%s: the successor waits no longer', kind)
)
from wait
cross join actor;

-- Moving.

create temporary table branch as
select
    root.id as root_id,
    child.id as child_id,
    tap.a_task(
        jsonb_build_object('project_id', project_id, 'parent_task_id', child.id)
    ) as grandchild_id
from team
cross join lateral tap.a_task(jsonb_build_object('project_id', project_id)) as root (id)
cross join
    lateral tap.a_task(
        jsonb_build_object('project_id', project_id, 'parent_task_id', root.id)
    ) as child (id);

select throws_ok(
    format('call public.move_task(%L, %L, 1, %L)', child_id, root_id, worker_id),
    'BD502',
    null,
    'a developer moves no tasks'
)
from branch
cross join actor;

select throws_ok(
    format('call public.move_task(%L, %L, 1, %L)', root_id, grandchild_id, lead_id),
    'BD301',
    null,
    'a task does not become a part of its own parts'
)
from branch
cross join actor;

select throws_ok(
    format('call public.move_task(%L, %L, 1, %L)', child_id, tap.a_task(), lead_id),
    'BD501',
    null,
    'a task does not move into another project'
)
from branch
cross join actor;

select lives_ok(
    format('call public.move_task(%L, null, 7, %L)', grandchild_id, lead_id),
    'a part becomes a task of its own'
)
from branch
cross join actor;

select results_eq(
    format('select parent_task_id, sequence_order from public.tasks where id = %L', grandchild_id),
    'values (null::uuid, 7)',
    'and stands at its place'
)
from branch;

select lives_ok(
    format('call public.move_task(%L, null, 7, %L)', grandchild_id, lead_id),
    'to move it there again is no error'
)
from branch
cross join actor;

select is(count(*), 1::bigint, 'and no second move is on record')
from public.user_activities
where
    entity_id = (select grandchild_id from branch)
    and action = 'task.moved';

-- Projects that are not open.

select throws_ok(
    format('call public.create_task(%L, %L, %L)', id, 'Sound the bay', created_by),
    'BD506',
    'the project is ' || status,
    format('a project that is %s gets no task', status)
)
from (
    select tap.a_project(jsonb_build_object('status', closed)) as id
    from unnest(array['on_hold', 'completed', 'cancelled']) as closed
) as made_closed
join public.projects using (id);

select * from finish();

rollback;
