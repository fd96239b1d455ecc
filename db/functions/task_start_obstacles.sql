create or replace function public.task_start_obstacles(p_task_id uuid)
returns table (task_id uuid, title varchar, status public.task_status_enum, reason text)
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
    select
        predecessor.id,
        predecessor.title,
        predecessor.status,
        case dependency.kind
            when 'finish_to_start' then 'has to end first'
            else 'has to start first'
        end
    from
        public.tasks as task
        join public.task_dependencies as dependency
            on dependency.project_id = task.project_id and dependency.successor_id = task.id
        join public.tasks as predecessor on predecessor.id = dependency.predecessor_id
    where
        task.id = p_task_id
        and (
            (
                dependency.kind = 'finish_to_start'
                and predecessor.status in ('pending', 'in_progress', 'blocked', 'needs_review')
            )
            or (
                dependency.kind = 'start_to_start'
                and predecessor.started_at is null
                and predecessor.status in ('pending', 'blocked')
            )
        )
    order by predecessor.id;
$$;

comment on function public.task_start_obstacles is
    'Tasks that this one has to wait for before it can start.';
