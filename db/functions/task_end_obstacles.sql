create or replace function public.task_end_obstacles(p_task_id uuid)
returns table (task_id uuid, title varchar, status public.task_status_enum, reason text)
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
    select
        part.id,
        part.title,
        part.status,
        'is an open part of it'
    from public.tasks as part
    where
        part.parent_task_id = p_task_id
        and part.status in ('pending', 'in_progress', 'blocked', 'needs_review')
    union all
    select
        predecessor.id,
        predecessor.title,
        predecessor.status,
        case dependency.kind
            when 'finish_to_finish' then 'has to end first'
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
                dependency.kind = 'finish_to_finish'
                and predecessor.status in ('pending', 'in_progress', 'blocked', 'needs_review')
            )
            or (
                dependency.kind = 'start_to_finish'
                and predecessor.started_at is null
                and predecessor.status in ('pending', 'blocked')
            )
        )
    order by 1;
$$;

comment on function public.task_end_obstacles is
    'Tasks that keep this one from ending: open parts, and what it has to wait for.';
