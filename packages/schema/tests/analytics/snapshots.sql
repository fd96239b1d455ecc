-- Daily snapshots: what they count, and that taking one twice is taking it once.

begin;

select plan(16);

create temporary table team as
select
    tap.a_team_project() as project_id,
    date '2026-03-10' as day;

create temporary table person as
select
    tap.a_member_of(project_id, 'developer') as ann_id,
    tap.a_member_of(project_id, 'developer') as bob_id,
    tap.a_member_of(project_id, 'developer') as cem_id
from team;

-- The day in UTC is from 00:00 to 24:00; what came or ended after it does not count for it.

select tap.a_task(attempt::jsonb || jsonb_build_object('project_id', project_id))
from team
cross join (values
    ('{"created_at": "2026-03-01T00:00:00Z", "estimated_hours": 5}'),
    (
        '{"created_at": "2026-03-10T23:59:59Z", "estimated_hours": 3, "actual_hours": 2, '
        '"status": "in_progress", "started_at": "2026-03-10T23:59:59Z"}'
    ),
    ('{"created_at": "2026-03-02T00:00:00Z", "status": "blocked"}'),
    (
        '{"created_at": "2026-03-02T00:00:00Z", "status": "completed", '
        '"completed_at": "2026-03-10T23:59:59Z"}'
    ),
    (
        '{"created_at": "2026-03-02T00:00:00Z", "status": "completed", '
        '"completed_at": "2026-03-11T00:00:00Z"}'
    ),
    ('{"created_at": "2026-03-11T00:00:00Z", "status": "in_progress"}')
) as entered (attempt);

select tap.a_task(
    jsonb_build_object(
        'project_id', project_id,
        'created_at', entered_at,
        'assigned_to', user_id,
        'assigned_at', entered_at
    )
)
from team
cross join person
cross join lateral (
    values
        (ann_id, '2026-03-05T00:00:00Z'),
        (cem_id, '2026-03-11T00:00:00Z')
) as entered (user_id, entered_at);

select tap.a_user_activity(
    jsonb_build_object('project_id', project_id, 'user_id', user_id, 'occurred_at', occurred_at)
)
from team
cross join person
cross join lateral (
    values
        (ann_id, '2026-03-10T12:00:00Z'),
        (bob_id, '2026-03-10T00:00:00Z'),
        (cem_id, '2026-03-11T00:00:00Z')
) as act (user_id, occurred_at);

select tap.a_requirement(jsonb_build_object('project_id', project_id, 'status', status))
from team
cross join unnest(array['draft', 'approved', 'accepted', 'rejected']) as status;

select tap.a_project_risk(
    attempt::jsonb || jsonb_build_object('project_id', project_id)
)
from team
cross join (values
    ('{"probability": "high", "impact": "high"}'),
    ('{"probability": "low", "impact": "low"}'),
    ('{"probability": "very_high", "impact": "very_high", "status": "closed"}')
) as seen (attempt);

select tap.a_collaboration_session(
    jsonb_build_object(
        'project_id', project_id,
        'status', 'completed',
        'scheduled_start', '2026-03-10T09:00:00Z',
        'scheduled_end', '2026-03-10T10:00:00Z',
        'actual_start', '2026-03-10T09:00:00Z',
        'actual_end', actual_end
    )
)
from team
cross join unnest(array['2026-03-10T10:00:00Z', '2026-03-11T00:00:00Z']) as actual_end;

select is(
    public.snapshot_projects(array[project_id], day),
    1::bigint,
    'a snapshot writes a row'
)
from team;

select is(
    to_jsonb(project_analytics) ->> column_name,
    expected,
    format('the snapshot has the right %s', column_name)
)
from public.project_analytics
join team using (project_id)
cross join (values
    ('snapshot_date', '2026-03-10'),
    ('total_tasks', '6'),
    ('completed_tasks', '1'),
    ('in_progress_tasks', '1'),
    ('blocked_tasks', '1'),
    ('total_estimated_hours', '8.00'),
    ('total_actual_hours', '2.00'),
    ('requirements_completeness', '0.67'),
    ('risk_score', '2.80'),
    ('active_team_members', '2'),
    ('collaboration_sessions_count', '1')
) as measured (column_name, expected);

-- Again.

update public.project_analytics
set architecture_coherence_score = 0.5
where project_id = (select project_id from team);

select is(
    public.snapshot_projects(array[project_id], day),
    0::bigint,
    'taken again with nothing changed, it writes nothing'
)
from team;

select tap.a_task(
    jsonb_build_object('project_id', project_id, 'created_at', '2026-03-09T00:00:00Z')
)
from team;

select results_eq(
    format(
        'select public.snapshot_projects(array[%L]::uuid[], %L)',
        project_id,
        day
    ),
    'values (1::bigint)',
    'taken again after a change, it corrects the row'
)
from team;

select results_eq(
    format(
        'select total_tasks, architecture_coherence_score from public.project_analytics '
        'where project_id = %L',
        project_id
    ),
    'values (7, 0.50)',
    'and leaves alone what others measure'
)
from team;

select throws_ok(
    $$select public.snapshot_all_projects((now() at time zone 'UTC')::date + 1)$$,
    'BD518',
    'a day is not measured before it has come',
    'tomorrow is not measured'
);

select * from finish();

rollback;
