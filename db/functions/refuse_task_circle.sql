-- Fires after the guard is taken, so that no edge comes in unseen. A row that is inserted closes a
-- circle only with others of the same statement, which point to it by then: elsewhere nobody can
-- refer to a row that is not there yet.

create or replace function public.refuse_task_circle()
returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
    if tg_op = 'INSERT'
        and not exists (
            select from public.tasks as task
            where task.parent_task_id = new.id
        )
    then
        return null;
    end if;

    if exists (
        with recursive above as (
            select new.parent_task_id as id
            union
            select task.parent_task_id
            from above
            inner join public.tasks as task on task.id = above.id
            where task.parent_task_id is not null
        )

        select from above
        where above.id = new.id
    ) then
        raise exception
        using
            errcode = 'BD301',
            message = format('task %s would be a part of itself', new.id),
            schema = tg_table_schema,
            table = tg_table_name,
            column = 'parent_task_id',
            constraint = 'tasks_no_circle';
    end if;

    return null;
end;
$$;

comment on function public.refuse_task_circle is
    'Row trigger after: refuses (BD301) a task among its own ancestors.';
