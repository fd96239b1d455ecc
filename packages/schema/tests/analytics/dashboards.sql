-- The two dashboards: live for few projects, by snapshots for many.

begin;

select plan(9);

create temporary table team as
select tap.a_team_project('{"name": "Survey of the coast"}') as project_id;

select tap.a_task(attempt::jsonb || jsonb_build_object('project_id', project_id))
from team
cross join (values
    ('{"estimated_hours": 3}'),
    ('{"status": "blocked", "actual_hours": 1}'),
    ('{"status": "in_progress"}'),
    ('{"status": "completed"}'),
    ('{"status": "cancelled"}')
) as entered (attempt);

select tap.a_project_risk(jsonb_build_object('project_id', project_id))
from team;

select tap.an_approval_request(
    jsonb_build_object(
        'project_id', project_id,
        'subject_type', 'project',
        'subject_id', project_id,
        'workflow_id', tap.an_approval_workflow(jsonb_build_object('project_id', project_id)),
        'status', status
    )
)
from team
cross join unnest(array['pending', 'cancelled']) as status;

-- What does not count: risks that are settled, and what other projects ask for.
select tap.a_project_risk(jsonb_build_object('project_id', project_id, 'status', 'closed'))
from team;
select tap.an_approval_request();

select results_eq(
    format(
        $$
            select
                name,
                total_tasks,
                completed_tasks,
                in_progress_tasks,
                blocked_tasks,
                open_tasks,
                unassigned_tasks,
                estimated_hours,
                actual_hours,
                requirements_completeness,
                open_risks,
                risk_score,
                open_approvals
            from public.project_dashboard
            where project_id = %L
        $$,
        project_id
    ),
    $$
        values (
            'Survey of the coast'::varchar, 5::bigint, 1::bigint, 1::bigint, 1::bigint, 3::bigint,
            3::bigint, 3.00, 1.00, null::numeric, 1::bigint, 1.50, 1::bigint
        )
    $$,
    'the dashboard of a project counts what is there at this moment'
)
from team;

select results_eq(
    format(
        'select total_tasks, estimated_hours, open_risks from public.project_dashboard '
        'where project_id = %L',
        tap.a_project()
    ),
    'values (0::bigint, 0::numeric, 0::bigint)',
    'an empty project has a row of its own'
);

-- Portfolio.

select tap.a_project_snapshot(
    attempt::jsonb || jsonb_build_object('project_id', project_id)
)
from team
cross join (values
    ('{"snapshot_date": "2026-03-01", "total_tasks": 8, "completed_tasks": 1, "risk_score": 3}'),
    ('{"snapshot_date": "2026-03-03", "total_tasks": 9, "completed_tasks": 2, "risk_score": 3}'),
    ('{"snapshot_date": "2026-03-04", "total_tasks": 9, "completed_tasks": 3, "risk_score": 3}'),
    ('{"snapshot_date": "2026-03-10", "total_tasks": 10, "completed_tasks": 5, "risk_score": 2.5}')
) as day (attempt);

select results_eq(
    format(
        $$
            select
                snapshot_date,
                total_tasks,
                completed_tasks,
                progress,
                completed_in_week,
                added_in_week,
                risk_score_change
            from public.analytics_summary
            where project_id = %L
        $$,
        project_id
    ),
    $$values (date '2026-03-10', 10, 5, 0.50, 3, 1, -0.50)$$,
    'the summary has the latest snapshot and its change since the one a week before'
)
from team;

select is_empty(
    format('select from public.analytics_summary where project_id = %L', tap.a_project()),
    'a project that was never measured is not in the summary'
);

select results_eq(
    format(
        'select completed_in_week from public.analytics_summary where project_id = %L',
        project_id
    ),
    'values (null::integer)',
    'a first snapshot has no change'
)
from (
    select tap.a_project() as project_id
) as fresh
cross join lateral tap.a_project_snapshot(jsonb_build_object('project_id', fresh.project_id));

update public.projects
set status = 'cancelled', archived_at = now()
where id = (select project_id from team);

select is_empty(
    format('select from public.analytics_summary where project_id = %L', project_id),
    'an archived project is not in the summary'
)
from team;

select is(
    (
        select archived_at
        from public.project_dashboard
        where project_dashboard.project_id = team.project_id
    ),
    now(),
    'but still has its dashboard'
)
from team;

select ok(
    'security_invoker=true' = any (reloptions),
    format('the view %s shows a caller only what the caller may see', relname)
)
from pg_catalog.pg_class
where oid in ('public.project_dashboard'::regclass, 'public.analytics_summary'::regclass);

select * from finish();

rollback;
