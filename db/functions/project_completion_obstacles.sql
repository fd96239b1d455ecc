create or replace function public.project_completion_obstacles(p_project_id uuid)
returns table (subject text, subject_id uuid, title varchar, status text)
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
    select
        'task',
        task.id,
        task.title,
        task.status::text
    from public.tasks as task
    where
        task.project_id = p_project_id
        and task.status in ('pending', 'in_progress', 'blocked', 'needs_review')
    union all
    select
        'approval_request',
        request.id,
        request.title,
        request.status::text
    from public.approval_requests as request
    where request.project_id = p_project_id and request.status in ('pending', 'in_review')
    order by 1, 2;
$$;

comment on function public.project_completion_obstacles is
    'Open tasks and approval requests of a project, which keep it from being completed.';
