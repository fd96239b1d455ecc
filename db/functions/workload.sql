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
