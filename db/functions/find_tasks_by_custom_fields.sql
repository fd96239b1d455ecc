-- Like @@, the operator @> is not leakproof and finds no index under a policy: see search_tasks.
-- An empty object, which every task contains, finds nothing rather than everything.

create or replace function public.find_tasks_by_custom_fields(
    p_fields jsonb,
    p_project_id uuid default null,
    p_limit integer default 20,
    p_after_id uuid default null
)
returns table (
    id uuid,
    project_id uuid,
    title text,
    status public.task_status_enum,
    custom_fields jsonb
)
language sql
stable
parallel safe
security definer
set search_path = pg_catalog, pg_temp
as $$
    select task.id, task.project_id, task.title, task.status, task.custom_fields
    from public.tasks as task
    where
        task.custom_fields @> p_fields
        and p_fields <> '{}'
        and task.project_id = any ((select public.current_project_ids())::uuid[])
        and (p_project_id is null or task.project_id = p_project_id)
        and (p_after_id is null or task.id > p_after_id)
    order by task.id
    limit least(p_limit, 100);
$$;

comment on function public.find_tasks_by_custom_fields is
    'Tasks whose custom fields contain all of the given ones, by id, at most 100 a page.';

grant execute on function public.find_tasks_by_custom_fields to bduf_readonly;
