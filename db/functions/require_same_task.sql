create or replace function public.require_same_task(
    p_task_id uuid,
    p_project_id uuid,
    p_title text,
    p_actor_id uuid
)
returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $$
begin
    if not exists (
        select
        from public.tasks as task
        where
            task.id = p_task_id
            and task.project_id = p_project_id
            and task.created_by = p_actor_id
            and task.title = p_title
    ) then
        raise sqlstate 'BD505'
        using
            message = 'the id belongs to another task',
            detail = format('task %s', p_task_id);
    end if;
end;
$$;

comment on function public.require_same_task is
    'Refuses with BD505 an id that is in use for another task than the one to be created.';
