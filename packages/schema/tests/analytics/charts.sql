-- Burn-down, risk matrix and workload.

begin;

select plan(9);

create temporary table team as
select tap.a_team_project() as project_id;

create temporary table person as
select
    tap.a_member_of(project_id, 'developer') as ann_id,
    tap.a_member_of(project_id, 'developer') as bob_id
from team;

select tap.a_task(attempt::jsonb || jsonb_build_object('project_id', project_id))
from team
cross join (values
    ('{"created_at": "2026-01-01T00:00:00Z", "estimated_hours": 4}'),
    (
        '{"created_at": "2026-01-01T00:00:00Z", "estimated_hours": 2, "status": "completed", '
        '"completed_at": "2026-03-02T12:00:00Z"}'
    ),
    ('{"created_at": "2026-03-03T23:59:59Z"}'),
    ('{"created_at": "2026-03-03T12:00:00Z", "status": "cancelled"}'),
    ('{"created_at": "2026-03-05T00:00:00Z"}'),
    (
        '{"created_at": "2026-01-01T00:00:00Z", "status": "completed", '
        '"completed_at": "2026-02-28T12:00:00Z"}'
    )
) as entered (attempt);

select results_eq(
    format(
        'select day, open_tasks, open_hours from public.burn_down(%L, %L, %L)',
        project_id,
        date '2026-03-01',
        date '2026-03-04'
    ),
    $$
        values
            (date '2026-03-01', 2::bigint, 6.00),
            (date '2026-03-02', 1, 4.00),
            (date '2026-03-03', 2, 4.00),
            (date '2026-03-04', 2, 4.00)
    $$,
    'the burn-down has the open tasks at the end of each day'
)
from team;

select is_empty(
    format(
        'select from public.burn_down(%L, %L, %L)',
        project_id,
        date '2026-03-02',
        date '2026-03-01'
    ),
    'a burn-down to a day before the first is empty'
)
from team;

select results_eq(
    format(
        'select open_tasks from public.burn_down(%L, %L, %L)',
        tap.a_project(),
        date '2026-03-01',
        date '2026-03-02'
    ),
    'values (0::bigint), (0)',
    'a project without tasks has nothing open'
);

-- Risks.

select tap.a_project_risk(attempt::jsonb || jsonb_build_object('project_id', project_id))
from team
cross join (values
    ('{"probability": "high", "impact": "medium"}'),
    ('{"probability": "high", "impact": "medium", "status": "monitoring"}'),
    ('{"probability": "low", "impact": "very_high"}'),
    ('{"probability": "low", "impact": "very_high", "status": "occurred"}')
) as seen (attempt);

select is(count(*), 25::bigint, 'the risk matrix has all cells')
from team
cross join public.risk_matrix(team.project_id);

select results_eq(
    format(
        'select probability::text, impact::text, risks, risk_score '
        'from public.risk_matrix(%L) where risks > 0',
        project_id
    ),
    $$
        values
            ('high', 'medium', 2::bigint, 2.10),
            ('low', 'very_high', 1, 1.50)
    $$,
    'open risks stand in the cells of their probability and impact'
)
from team;

-- Workload.

create temporary table busy as
select tap.a_project() as project_id;

select tap.a_task(
    attempt::jsonb
    || jsonb_build_object(
        'project_id', project_id,
        'assigned_to', case whose when 'ann' then ann_id when 'bob' then bob_id end
    )
)
from busy
cross join person
cross join (values
    ('ann', '{"estimated_hours": 8, "actual_hours": 3, "due_date": "2026-03-01"}'),
    ('ann', '{"estimated_hours": 2, "actual_hours": 9, "status": "blocked"}'),
    ('ann', '{"estimated_hours": 50, "status": "completed"}'),
    ('bob', '{"estimated_hours": 20, "status": "in_progress", "due_date": "2026-03-02"}'),
    (null, '{}')
) as given (whose, attempt);

select results_eq(
    format(
        'select user_id, open_tasks, blocked_tasks, overdue_tasks, remaining_hours '
        'from public.workload(%L, %L)',
        project_id,
        date '2026-03-02'
    ),
    format(
        'values (%L::uuid, 1::bigint, 0::bigint, 0::bigint, 20.00), '
        '(%L, 2, 1, 1, 5.00), (null, 1, 0, 0, 0)',
        bob_id,
        ann_id
    ),
    'the workload has what is left to do, the most loaded first'
)
from busy
cross join person;

-- Completeness.

select is(
    public.requirements_completeness(tap.a_project()),
    null,
    'a project without requirements has no completeness'
);

select tap.a_requirement(
    jsonb_build_object('project_id', project_id, 'status', status)
)
from busy
cross join unnest(array['draft', 'review', 'implemented', 'tested', 'deprecated']) as status;

select is(
    public.requirements_completeness(project_id),
    0.50,
    'completeness is the share of what is at least approved among what is in scope'
)
from busy;

select tap.a_requirement(
    jsonb_build_object('project_id', project_id, 'status', 'draft', 'is_current_version', false)
)
from busy;

select is(
    public.requirements_completeness(project_id),
    0.50,
    'earlier versions do not count'
)
from busy;

select * from finish();

rollback;
