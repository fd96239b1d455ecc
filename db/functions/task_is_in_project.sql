-- For the policies of tasks, which cannot look into tasks themselves.

create or replace function public.task_is_in_project(p_task_id uuid, p_project_id uuid)
returns boolean
language sql
stable
parallel safe
security definer
set search_path = pg_catalog, pg_temp
as $$
    select
        exists (
            select
            from public.tasks as task
            where task.id = p_task_id and task.project_id = p_project_id
        )
        and p_project_id = any ((select public.current_project_ids())::uuid[]);
$$;

comment on function public.task_is_in_project is
    'Whether it exists in that project, and the project is one of the current user''s.';

grant execute on function public.task_is_in_project to bduf_readonly;
