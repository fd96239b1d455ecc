-- Daily snapshots that can be taken twice, charts, and the two dashboards.

-- migrate:up

create or replace function public.requirements_completeness(p_project_id uuid)
returns numeric
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
    select
        round(
            count(*) filter (
                where requirement.status in ('approved', 'implemented', 'tested', 'accepted')
            )::numeric / nullif(count(*), 0),
            2
        )
    from public.requirements as requirement
    where
        requirement.project_id = p_project_id
        and requirement.is_current_version = true
        and requirement.status not in ('rejected', 'deprecated');
$$;

comment on function public.requirements_completeness is
    'Share of a project''s current requirements in scope that are at least approved; null if none.';

-- What project_analytics keeps of a day, for the projects asked for. Entered and ended are known to
-- the moment, so a run after midnight still counts the day before as it ended; which of the open
-- tasks were in progress or blocked is known only as of now.

create or replace function public.measure_projects(p_project_ids uuid[], p_day date)
returns table (
    project_id uuid,
    total_tasks integer,
    completed_tasks integer,
    in_progress_tasks integer,
    blocked_tasks integer,
    total_estimated_hours numeric,
    total_actual_hours numeric,
    requirements_completeness numeric,
    risk_score numeric,
    active_team_members integer,
    collaboration_sessions_count integer
)
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
    select
        project.id,
        work.total,
        work.done,
        work.under_way,
        work.blocked,
        work.estimated_hours,
        work.actual_hours,
        public.requirements_completeness(project.id),
        danger.worst,
        team.people,
        meetings.held
    from
        public.projects as project
        cross join lateral (
            select
                p_day::timestamp at time zone 'UTC' as starts_at,
                (p_day + 1)::timestamp at time zone 'UTC' as ends_at
        ) as day
        cross join lateral (
            select
                count(*)::integer as total,
                count(*) filter (
                    where
                        task.status in ('completed', 'approved')
                        and (task.completed_at is null or task.completed_at < day.ends_at)
                )::integer as done,
                count(*) filter (where task.status = 'in_progress')::integer as under_way,
                count(*) filter (where task.status = 'blocked')::integer as blocked,
                coalesce(sum(task.estimated_hours), 0) as estimated_hours,
                coalesce(sum(task.actual_hours), 0) as actual_hours
            from public.tasks as task
            where task.project_id = project.id and task.created_at < day.ends_at
        ) as work
        cross join lateral (
            select max(risk.risk_score) as worst
            from public.project_risks as risk
            where risk.project_id = project.id and risk.status not in ('closed', 'occurred')
        ) as danger
        cross join lateral (
            select count(*)::integer as people
            from
                (
                    select task.assigned_to
                    from public.tasks as task
                    where
                        task.project_id = project.id
                        and task.assigned_to is not null
                        and task.status in ('pending', 'in_progress', 'blocked', 'needs_review')
                    union
                    select activity.user_id
                    from public.user_activities as activity
                    where
                        activity.project_id = project.id
                        and activity.occurred_at >= day.starts_at
                        and activity.occurred_at < day.ends_at
                ) as person
        ) as team
        cross join lateral (
            select count(*)::integer as held
            from public.collaboration_sessions as session
            where
                session.project_id = project.id
                and session.status = 'completed'
                and session.actual_end >= day.starts_at
                and session.actual_end < day.ends_at
        ) as meetings
    where project.id = any (p_project_ids);
$$;

comment on function public.measure_projects is
    'The numbers of a UTC day for each of the projects, as project_analytics keeps them.';

-- Rows are written in the order of their projects: two runs at once wait for each other and both
-- end. A snapshot that would not change is not written, so a second run costs only the counting.
-- Whoever assesses the architecture, or adds measures of their own, writes those columns; a later
-- run leaves them alone.

create or replace function public.snapshot_projects(p_project_ids uuid[], p_day date)
returns bigint
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_written bigint;
begin
    if p_day is null or p_day > (clock_timestamp() at time zone 'UTC')::date then
        raise sqlstate 'BD518'
        using
            message = 'a day is not measured before it has come',
            detail = format('asked for %s', p_day);
    end if;

    insert into public.project_analytics as snapshot
        (
            id,
            project_id,
            snapshot_date,
            total_tasks,
            completed_tasks,
            in_progress_tasks,
            blocked_tasks,
            total_estimated_hours,
            total_actual_hours,
            requirements_completeness,
            risk_score,
            active_team_members,
            collaboration_sessions_count
        )
    select
        uuidv7(),
        measured.project_id,
        p_day,
        measured.total_tasks,
        measured.completed_tasks,
        measured.in_progress_tasks,
        measured.blocked_tasks,
        measured.total_estimated_hours,
        measured.total_actual_hours,
        measured.requirements_completeness,
        measured.risk_score,
        measured.active_team_members,
        measured.collaboration_sessions_count
    from public.measure_projects(p_project_ids, p_day) as measured
    order by measured.project_id
    on conflict (project_id, snapshot_date) do update
    set
        total_tasks = excluded.total_tasks,
        completed_tasks = excluded.completed_tasks,
        in_progress_tasks = excluded.in_progress_tasks,
        blocked_tasks = excluded.blocked_tasks,
        total_estimated_hours = excluded.total_estimated_hours,
        total_actual_hours = excluded.total_actual_hours,
        requirements_completeness = excluded.requirements_completeness,
        risk_score = excluded.risk_score,
        active_team_members = excluded.active_team_members,
        collaboration_sessions_count = excluded.collaboration_sessions_count
    where
        (
            snapshot.total_tasks,
            snapshot.completed_tasks,
            snapshot.in_progress_tasks,
            snapshot.blocked_tasks,
            snapshot.total_estimated_hours,
            snapshot.total_actual_hours,
            snapshot.requirements_completeness,
            snapshot.risk_score,
            snapshot.active_team_members,
            snapshot.collaboration_sessions_count
        ) is distinct from (
            excluded.total_tasks,
            excluded.completed_tasks,
            excluded.in_progress_tasks,
            excluded.blocked_tasks,
            excluded.total_estimated_hours,
            excluded.total_actual_hours,
            excluded.requirements_completeness,
            excluded.risk_score,
            excluded.active_team_members,
            excluded.collaboration_sessions_count
        );
    get diagnostics v_written = row_count;

    return v_written;
end;
$$;

comment on function public.snapshot_projects is
    'Keeps the numbers of a UTC day for the projects; again, corrects them. Returns rows written.';

create or replace function public.snapshot_all_projects(p_day date)
returns bigint
language sql
set search_path = pg_catalog, pg_temp
as $$
    select public.snapshot_projects(array_agg(project.id), p_day)
    from public.projects as project
    where
        project.created_at < (p_day + 1)::timestamp at time zone 'UTC'
        and project.archived_at is null;
$$;

comment on function public.snapshot_all_projects is
    'Keeps the numbers of a UTC day for every project that is not archived; again, corrects them.';

-- One pass over the tasks: each adds one on the day it was entered and takes one away on the day it
-- ended; the running sum is what was open. Tasks from before the first day count on that day.

create or replace function public.burn_down(p_project_id uuid, p_from date, p_to date)
returns table (day date, open_tasks bigint, open_hours numeric)
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
    with
        span as (
            select
                greatest((task.created_at at time zone 'UTC')::date, p_from) as opened_on,
                (task.completed_at at time zone 'UTC')::date as ended_on,
                coalesce(task.estimated_hours, 0) as hours
            from public.tasks as task
            where
                task.project_id = p_project_id
                and task.created_at < (p_to + 1)::timestamp at time zone 'UTC'
                and (
                    task.completed_at is null
                    or task.completed_at >= p_from::timestamp at time zone 'UTC'
                )
                -- What was given up has no time of its end and never was work to burn down.
                and task.status not in ('cancelled', 'rejected')
        ),
        change as (
            select
                span.opened_on as day,
                count(*) as tasks,
                sum(span.hours) as hours
            from span
            group by span.opened_on
            union all
            select
                span.ended_on,
                -count(*),
                -sum(span.hours)
            from span
            where span.ended_on <= p_to
            group by span.ended_on
        )
    select
        calendar.day::date,
        sum(coalesce(sum(change.tasks), 0)) over running,
        sum(coalesce(sum(change.hours), 0)) over running
    from
        generate_series(p_from::timestamp, p_to::timestamp, interval '1 day') as calendar (day)
        left join change on change.day = calendar.day::date
    group by calendar.day
    window running as (order by calendar.day)
    order by calendar.day;
$$;

comment on function public.burn_down is
    'Open tasks and their estimated hours at the end of each UTC day, both days included.';

create or replace function public.risk_matrix(p_project_id uuid)
returns table (
    probability public.risk_probability_enum,
    impact public.risk_impact_enum,
    risks bigint,
    risk_score numeric
)
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
    select
        likelihood.probability,
        damage.impact,
        count(risk.id),
        max(risk.risk_score)
    from
        unnest(enum_range(null::public.risk_probability_enum)) as likelihood (probability)
        cross join unnest(enum_range(null::public.risk_impact_enum)) as damage (impact)
        left join public.project_risks as risk
            on risk.project_id = p_project_id
            and risk.probability = likelihood.probability
            and risk.impact = damage.impact
            and risk.status not in ('closed', 'occurred')
    group by likelihood.probability, damage.impact
    order by likelihood.probability desc, damage.impact;
$$;

comment on function public.risk_matrix is
    'All 25 cells of a project''s open risks, most likely first; the score is null in empty cells.';

create or replace function public.workload(p_project_id uuid, p_today date)
returns table (
    user_id uuid,
    open_tasks bigint,
    blocked_tasks bigint,
    overdue_tasks bigint,
    remaining_hours numeric
)
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
    select
        task.assigned_to,
        count(*),
        count(*) filter (where task.status = 'blocked'),
        count(*) filter (where task.due_date < p_today),
        sum(greatest(coalesce(task.estimated_hours, 0) - coalesce(task.actual_hours, 0), 0))
    from public.tasks as task
    where task.project_id = p_project_id and task.status in ('pending', 'in_progress', 'blocked')
    group by task.assigned_to
    order by 5 desc, task.assigned_to;
$$;

comment on function public.workload is
    'Open work of each person in a project, the most loaded first; user_id is null for unassigned.';

-- Live, for one project or those of one organization: each block reads the rows of one project by
-- an index. For hundreds of projects read analytics_summary instead.

create or replace view public.project_dashboard
with (security_invoker = true)
as
    select
        project.id as project_id,
        project.organization_id,
        project.name,
        project.status,
        project.priority,
        project.start_date,
        project.target_end_date,
        project.actual_end_date,
        project.archived_at,
        project.budget_allocated,
        project.budget_used,
        work.total_tasks,
        work.completed_tasks,
        work.in_progress_tasks,
        work.blocked_tasks,
        work.open_tasks,
        work.unassigned_tasks,
        work.estimated_hours,
        work.actual_hours,
        public.requirements_completeness(project.id) as requirements_completeness,
        danger.open_risks,
        danger.risk_score,
        asked.open_approvals
    from
        public.projects as project
        cross join lateral (
            select
                count(*) as total_tasks,
                count(*) filter (where task.status in ('completed', 'approved')) as completed_tasks,
                count(*) filter (where task.status = 'in_progress') as in_progress_tasks,
                count(*) filter (where task.status = 'blocked') as blocked_tasks,
                count(*) filter (
                    where task.status in ('pending', 'in_progress', 'blocked', 'needs_review')
                ) as open_tasks,
                count(*) filter (
                    where
                        task.assigned_to is null
                        and task.status in ('pending', 'in_progress', 'blocked', 'needs_review')
                ) as unassigned_tasks,
                coalesce(sum(task.estimated_hours), 0) as estimated_hours,
                coalesce(sum(task.actual_hours), 0) as actual_hours
            from public.tasks as task
            where task.project_id = project.id
        ) as work
        cross join lateral (
            select
                count(*) as open_risks,
                max(risk.risk_score) as risk_score
            from public.project_risks as risk
            where risk.project_id = project.id and risk.status not in ('closed', 'occurred')
        ) as danger
        cross join lateral (
            select count(*) as open_approvals
            from public.approval_requests as request
            where request.project_id = project.id and request.status in ('pending', 'in_review')
        ) as asked;

comment on view public.project_dashboard is
    'Where each project stands at this moment; filter by project or by organization.';
comment on column public.project_dashboard.project_id is 'The project.';
comment on column public.project_dashboard.organization_id is
    'Organization it belongs to; null for a personal project.';
comment on column public.project_dashboard.name is 'projects.name.';
comment on column public.project_dashboard.status is 'Its phase.';
comment on column public.project_dashboard.priority is 'Its urgency in the organization.';
comment on column public.project_dashboard.start_date is 'First planned day of work, or null.';
comment on column public.project_dashboard.target_end_date is 'Day it is promised for, or null.';
comment on column public.project_dashboard.actual_end_date is
    'Day it ended on; null while it runs.';
comment on column public.project_dashboard.archived_at is 'When it was put away; null until then.';
comment on column public.project_dashboard.budget_allocated is 'Money granted, or null.';
comment on column public.project_dashboard.budget_used is 'Money spent, or null.';
comment on column public.project_dashboard.total_tasks is
    'Tasks, sub-tasks and ended ones included.';
comment on column public.project_dashboard.completed_tasks is 'Those completed or approved.';
comment on column public.project_dashboard.in_progress_tasks is 'Those in progress.';
comment on column public.project_dashboard.blocked_tasks is 'Those blocked.';
comment on column public.project_dashboard.open_tasks is
    'Those pending, in progress, blocked or in review.';
comment on column public.project_dashboard.unassigned_tasks is 'The open ones that nobody has.';
comment on column public.project_dashboard.estimated_hours is 'Sum of all estimates.';
comment on column public.project_dashboard.actual_hours is 'Sum of all booked hours.';
comment on column public.project_dashboard.requirements_completeness is
    'Share of the current requirements that are at least approved, 0 to 1; null without any.';
comment on column public.project_dashboard.open_risks is 'Risks neither closed nor occurred.';
comment on column public.project_dashboard.risk_score is
    'The highest score among them, 0.10 to 4.50; null without any.';
comment on column public.project_dashboard.open_approvals is
    'Approval requests that wait for a decision.';

-- For portfolios: the latest snapshot of each project, and the one a week older that tells where it
-- is going. Two index look-ups a project, whatever its size; as current as the last snapshot.

create or replace view public.analytics_summary
with (security_invoker = true)
as
    select
        project.id as project_id,
        project.organization_id,
        project.name,
        project.status,
        latest.snapshot_date,
        latest.total_tasks,
        latest.completed_tasks,
        latest.in_progress_tasks,
        latest.blocked_tasks,
        round(latest.completed_tasks::numeric / nullif(latest.total_tasks, 0), 2) as progress,
        latest.completed_tasks - week_before.completed_tasks as completed_in_week,
        latest.total_tasks - week_before.total_tasks as added_in_week,
        latest.total_estimated_hours,
        latest.total_actual_hours,
        latest.requirements_completeness,
        latest.architecture_coherence_score,
        latest.risk_score,
        latest.risk_score - week_before.risk_score as risk_score_change,
        latest.active_team_members
    from
        public.projects as project
        cross join lateral (
            select *
            from public.project_analytics as snapshot
            where snapshot.project_id = project.id
            order by snapshot.snapshot_date desc
            limit 1
        ) as latest
        left join lateral (
            select *
            from public.project_analytics as snapshot
            where
                snapshot.project_id = project.id
                and snapshot.snapshot_date <= latest.snapshot_date - 7
            order by snapshot.snapshot_date desc
            limit 1
        ) as week_before
            on true
    where project.archived_at is null;

comment on view public.analytics_summary is
    'The latest snapshot of each project that is not archived, and its change in a week.';
comment on column public.analytics_summary.project_id is 'The project.';
comment on column public.analytics_summary.organization_id is
    'Organization it belongs to; null for a personal project.';
comment on column public.analytics_summary.name is 'projects.name, as of now.';
comment on column public.analytics_summary.status is 'Its phase, as of now.';
comment on column public.analytics_summary.snapshot_date is 'UTC day that the numbers describe.';
comment on column public.analytics_summary.total_tasks is 'Tasks that existed on that day.';
comment on column public.analytics_summary.completed_tasks is 'Those completed or approved.';
comment on column public.analytics_summary.in_progress_tasks is 'Those in progress.';
comment on column public.analytics_summary.blocked_tasks is 'Those blocked.';
comment on column public.analytics_summary.progress is
    'Completed share of the tasks, 0 to 1; null without tasks.';
comment on column public.analytics_summary.completed_in_week is
    'Rise of completed_tasks since the snapshot a week or more before; null without one.';
comment on column public.analytics_summary.added_in_week is
    'Rise of total_tasks since that snapshot; null without one.';
comment on column public.analytics_summary.total_estimated_hours is 'Sum of all estimates.';
comment on column public.analytics_summary.total_actual_hours is 'Sum of all booked hours.';
comment on column public.analytics_summary.requirements_completeness is
    'Share of the current requirements that are at least approved, 0 to 1; null without any.';
comment on column public.analytics_summary.architecture_coherence_score is
    'Agreement of the decisions with each other, 0 to 1; null if not assessed.';
comment on column public.analytics_summary.risk_score is
    'Highest score among open risks, 0.10 to 4.50; null without any.';
comment on column public.analytics_summary.risk_score_change is
    'Rise of risk_score since the snapshot a week or more before; null if either is missing.';
comment on column public.analytics_summary.active_team_members is
    'People with an open task or an activity on that day.';

-- migrate:down

drop view public.analytics_summary;
drop view public.project_dashboard;
drop function public.workload;
drop function public.risk_matrix;
drop function public.burn_down;
drop function public.snapshot_all_projects;
drop function public.snapshot_projects;
drop function public.measure_projects;
drop function public.requirements_completeness;
