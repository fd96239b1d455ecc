-- The numbers of a day were counted in two passes over the tasks of a project: one for the tasks,
-- one for the people who have them. Both come from one pass now, so that whoever has only tasks of
-- later days is not counted for an earlier one.

-- migrate:up

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
                coalesce(sum(task.actual_hours), 0) as actual_hours,
                array_agg(task.assigned_to) filter (
                    where
                        task.assigned_to is not null
                        and task.status in ('pending', 'in_progress', 'blocked', 'needs_review')
                ) as assignees
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
                    select assignee.id
                    from unnest(work.assignees) as assignee (id)
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

-- migrate:down

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
