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
