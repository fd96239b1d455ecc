-- Fires after the guard is taken, so that no edge comes in unseen. Every new dependency may close a
-- circle, since both of its tasks are there already.

create or replace function public.refuse_task_dependency_circle()
returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
    if exists (
        with recursive waiting as (
            select new.successor_id as id
            union
            select dependency.successor_id
            from waiting
            inner join public.task_dependencies as dependency
                on dependency.project_id = new.project_id
                and dependency.predecessor_id = waiting.id
        )

        select from waiting
        where waiting.id = new.predecessor_id
    ) then
        raise exception
        using
            errcode = 'BD301',
            message = format('task %s would wait for itself', new.successor_id),
            schema = tg_table_schema,
            table = tg_table_name,
            constraint = 'task_dependencies_no_circle';
    end if;

    return null;
end;
$$;

comment on function public.refuse_task_dependency_circle is
    'Row trigger after: refuses (BD301) a task that would wait for itself, however indirectly.';
