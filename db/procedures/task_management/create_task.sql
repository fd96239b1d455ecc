-- The caller may supply the id of the task, best a uuidv7(): then a call that is repeated because
-- its answer was lost finds its own task and adds no second one.

create or replace procedure public.create_task(
    p_project_id uuid,
    p_title text,
    p_actor_id uuid,
    p_parent_task_id uuid default null,
    p_description text default null,
    p_priority public.priority_enum default 'medium',
    p_complexity public.complexity_level_enum default 'moderate',
    p_estimated_hours numeric default null,
    p_due_date date default null,
    p_sequence_order integer default null,
    inout p_task_id uuid default null
)
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
    perform public.hold_project_open(p_project_id);
    perform public.require_permission(p_actor_id, p_project_id, 'task.create');
    perform public.hold_parent_open(p_parent_task_id, p_project_id);

    p_task_id := coalesce(p_task_id, uuidv7());

    insert into public.tasks
        (
            id,
            project_id,
            parent_task_id,
            title,
            description,
            priority,
            complexity,
            estimated_hours,
            due_date,
            sequence_order,
            created_by
        )
    values
        (
            p_task_id,
            p_project_id,
            p_parent_task_id,
            p_title,
            p_description,
            p_priority,
            p_complexity,
            p_estimated_hours,
            p_due_date,
            p_sequence_order,
            p_actor_id
        )
    on conflict (id) do nothing;

    if not found then
        perform public.require_same_task(p_task_id, p_project_id, p_title, p_actor_id);
        return;
    end if;

    perform public.record_activity(
        p_actor_id,
        p_project_id,
        'create',
        'task.created',
        'task',
        p_task_id,
        jsonb_build_object('parent', p_parent_task_id)
    );
end;
$$;

comment on procedure public.create_task is
    'Adds a task to an open project; repeated with the same id, it changes nothing.';
