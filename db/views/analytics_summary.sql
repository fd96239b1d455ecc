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
