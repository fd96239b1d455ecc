-- Tasks are entered, given to people, moved and brought to an end by procedures.

-- migrate:up

-- Work on a project holds its row shared until the end of the transaction, so that nobody closes
-- the project in between. Sharers do not wait for each other. Locks are taken in this order
-- everywhere: the project, then tasks by id, then a workflow, then a request.

create or replace function public.share_project(p_project_id uuid)
returns public.projects
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_project public.projects;
begin
    perform public.require_fresh_snapshot();

    select *
    into v_project
    from public.projects as project
    where project.id = p_project_id
    for share;

    if not found then
        raise sqlstate 'BD501'
        using
            message = 'there is no such project',
            detail = format('project %s', p_project_id);
    end if;

    return v_project;
end;
$$;

comment on function public.share_project is
    'Keeps a project as it is until the transaction ends, and returns it.';

create or replace function public.hold_project_open(p_project_id uuid)
returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_status public.project_status_enum := (public.share_project(p_project_id)).status;
begin
    if v_status in ('on_hold', 'completed', 'cancelled') then
        raise sqlstate 'BD506'
        using
            message = format('the project is %s', v_status),
            detail = format('project %s', p_project_id),
            hint = 'Work goes on only in a project that is neither suspended nor ended.';
    end if;
end;
$$;

comment on function public.hold_project_open is
    'Keeps a project from being closed until the transaction ends; BD506 if it is not open.';

create or replace function public.lock_task(p_task_id uuid, p_other_task_id uuid default null)
returns public.tasks
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_project_id uuid;
    v_task public.tasks;
begin
    select task.project_id
    into v_project_id
    from public.tasks as task
    where task.id = p_task_id;

    if not found then
        raise sqlstate 'BD501'
        using
            message = 'there is no such task',
            detail = format('task %s', p_task_id);
    end if;

    perform public.hold_project_open(v_project_id);

    -- In the order of ids: of two who lock the same pair, one waits before it holds any.
    perform
    from public.tasks as task
    where task.id in (p_task_id, p_other_task_id)
    order by task.id
    for no key update;

    select *
    into v_task
    from public.tasks as task
    where
        task.id = p_task_id
        and task.project_id = v_project_id;

    if not found then
        raise sqlstate 'BD505'
        using
            message = 'the task was moved or deleted meanwhile',
            detail = format('task %s', p_task_id);
    end if;

    return v_task;
end;
$$;

comment on function public.lock_task is
    'Locks a task of an open project, alone or with another one, and returns it as it is now.';

create or replace function public.authorize_task_step(
    p_task public.tasks,
    p_action text,
    p_status public.task_status_enum,
    p_actor_id uuid
)
returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $$
declare
    v_permission text := public.require_transition(
        'tasks',
        p_action,
        p_task.status::text,
        p_status::text
    );
begin
    -- Whoever may work on tasks works on their own and on nobody's.
    if v_permission = 'task.work' and p_task.assigned_to <> p_actor_id then
        v_permission := 'task.manage';
    end if;

    perform public.require_permission(p_actor_id, p_task.project_id, v_permission);
end;
$$;

comment on function public.authorize_task_step is
    'Refuses a step of a task that is not legal now, or that the actor may not take.';

create or replace function public.require_open_task(p_task public.tasks)
returns void
language plpgsql
immutable
set search_path = pg_catalog, pg_temp
as $$
begin
    if p_task.status not in ('pending', 'in_progress', 'blocked', 'needs_review') then
        raise sqlstate 'BD503'
        using
            message = format('the task is %s', p_task.status),
            detail = format('task %s', p_task.id),
            hint = 'Reopen it first.';
    end if;
end;
$$;

comment on function public.require_open_task is
    'Refuses with BD503 to change who does a task, or where it belongs, after it has ended.';

create or replace function public.hold_parent_open(p_parent_task_id uuid, p_project_id uuid)
returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_status public.task_status_enum;
begin
    if p_parent_task_id is null then
        return;
    end if;

    select parent.status
    into v_status
    from public.tasks as parent
    where
        parent.id = p_parent_task_id
        and parent.project_id = p_project_id
    for share;

    if not found then
        raise sqlstate 'BD501'
        using
            message = 'there is no such task in the project',
            detail = format('task %s, project %s', p_parent_task_id, p_project_id);
    end if;

    if v_status not in ('pending', 'in_progress', 'blocked', 'needs_review') then
        raise sqlstate 'BD507'
        using
            message = format('a task that is %s takes no open part', v_status),
            detail = format('task %s', p_parent_task_id),
            hint = 'Reopen it first.';
    end if;
end;
$$;

comment on function public.hold_parent_open is
    'Keeps a task from ending until the transaction ends, so that it can get an open part.';

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

create or replace function public.require_task_can_end(p_task_id uuid)
returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $$
declare
    v_obstacle record;
begin
    select *
    into v_obstacle
    from public.task_end_obstacles(p_task_id) as obstacle
    limit 1;

    if found then
        raise sqlstate 'BD507'
        using
            message = format('"%s" %s', v_obstacle.title, v_obstacle.reason),
            detail = format('task %s is %s', v_obstacle.task_id, v_obstacle.status),
            hint = 'public.task_end_obstacles() lists all that keeps the task from ending.';
    end if;
end;
$$;

comment on function public.require_task_can_end is
    'Refuses with BD507 to end a task that task_end_obstacles() lists something for.';

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

create or replace procedure public.assign_task(p_task_id uuid, p_assignee_id uuid, p_actor_id uuid)
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_task public.tasks := public.lock_task(p_task_id);
begin
    perform public.require_permission(p_actor_id, v_task.project_id, 'task.manage');
    perform public.require_eligible(p_assignee_id, v_task.project_id, 'task.work');
    perform public.require_open_task(v_task);

    if v_task.assigned_to = p_assignee_id then
        return;
    end if;

    if v_task.assigned_to is not null then
        raise sqlstate 'BD505'
        using
            message = 'somebody has the task already',
            detail = format('task %s is assigned to %s', p_task_id, v_task.assigned_to),
            hint = 'public.reassign_task() passes it on.';
    end if;

    update public.tasks as task
    set
        assigned_to = p_assignee_id,
        assigned_by = p_actor_id
    where task.id = p_task_id;

    perform public.record_activity(
        p_actor_id,
        v_task.project_id,
        'assign',
        'task.assigned',
        'task',
        p_task_id,
        jsonb_build_object('to', p_assignee_id)
    );
end;
$$;

comment on procedure public.assign_task is
    'Gives a task that nobody has to somebody who may work on it; once more changes nothing.';

-- The caller says whom the task is taken from. Of two who pass the same task on at once, both read
-- the old name; the second finds another one and is told, instead of undoing what the first did.

create or replace procedure public.reassign_task(
    p_task_id uuid,
    p_from_id uuid,
    p_to_id uuid,
    p_actor_id uuid
)
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_task public.tasks := public.lock_task(p_task_id);
begin
    perform public.require_permission(p_actor_id, v_task.project_id, 'task.manage');
    perform public.require_open_task(v_task);

    if p_to_id is not null then
        perform public.require_eligible(p_to_id, v_task.project_id, 'task.work');
    end if;

    if v_task.assigned_to is not distinct from p_to_id then
        return;
    end if;

    if v_task.assigned_to is distinct from p_from_id then
        raise sqlstate 'BD505'
        using
            message = 'somebody else has the task by now',
            detail = format(
                'task %s is assigned to %s',
                p_task_id,
                coalesce(v_task.assigned_to::text, 'nobody')
            );
    end if;

    update public.tasks as task
    set
        assigned_to = p_to_id,
        assigned_by = case when p_to_id is not null then p_actor_id end
    where task.id = p_task_id;

    perform public.record_activity(
        p_actor_id,
        v_task.project_id,
        case when p_to_id is null then 'unassign' else 'assign' end::public.activity_type_enum,
        'task.reassigned',
        'task',
        p_task_id,
        jsonb_build_object('from', p_from_id, 'to', p_to_id)
    );
end;
$$;

comment on procedure public.reassign_task is
    'Passes a task on from one person to another or to nobody; BD505 if the first has it no more.';

create or replace procedure public.start_task(p_task_id uuid, p_actor_id uuid)
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_task public.tasks := public.lock_task(p_task_id);
    v_obstacle record;
begin
    perform public.authorize_task_step(v_task, 'start', 'in_progress', p_actor_id);

    select *
    into v_obstacle
    from public.task_start_obstacles(p_task_id) as obstacle
    limit 1;

    if found then
        raise sqlstate 'BD507'
        using
            message = format('"%s" %s', v_obstacle.title, v_obstacle.reason),
            detail = format('task %s is %s', v_obstacle.task_id, v_obstacle.status),
            hint = 'public.task_start_obstacles() lists all that the task waits for.';
    end if;

    update public.tasks as task
    set
        status = 'in_progress',
        assigned_to = coalesce(task.assigned_to, p_actor_id),
        assigned_by = case
            when task.assigned_to is null then p_actor_id
            else task.assigned_by
        end
    where task.id = p_task_id;

    perform public.record_activity(
        p_actor_id,
        v_task.project_id,
        'update',
        'task.started',
        'task',
        p_task_id,
        jsonb_build_object('from', v_task.status)
    );
end;
$$;

comment on procedure public.start_task is
    'Begins work on a task, or takes it up again; what nobody has becomes the actor''s.';

create or replace procedure public.block_task(p_task_id uuid, p_reason text, p_actor_id uuid)
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_task public.tasks := public.lock_task(p_task_id);
begin
    perform public.authorize_task_step(v_task, 'block', 'blocked', p_actor_id);
    perform public.require_reason(p_reason);

    update public.tasks as task
    set status = 'blocked'
    where task.id = p_task_id;

    perform public.record_activity(
        p_actor_id,
        v_task.project_id,
        'update',
        'task.blocked',
        'task',
        p_task_id,
        jsonb_build_object('from', v_task.status, 'reason', p_reason)
    );
end;
$$;

comment on procedure public.block_task is
    'Says that a task cannot go on, and why; start_task takes it up again.';

create or replace procedure public.put_back_task(p_task_id uuid, p_actor_id uuid)
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_task public.tasks := public.lock_task(p_task_id);
begin
    perform public.authorize_task_step(v_task, 'put_back', 'pending', p_actor_id);

    update public.tasks as task
    set status = 'pending'
    where task.id = p_task_id;

    perform public.record_activity(
        p_actor_id,
        v_task.project_id,
        'update',
        'task.put_back',
        'task',
        p_task_id,
        jsonb_build_object('from', v_task.status)
    );
end;
$$;

comment on procedure public.put_back_task is
    'Puts a task back among those nobody is busy with; its assignee and hours stay.';

create or replace procedure public.submit_task(p_task_id uuid, p_actor_id uuid)
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_task public.tasks := public.lock_task(p_task_id);
begin
    perform public.authorize_task_step(v_task, 'submit', 'needs_review', p_actor_id);

    update public.tasks as task
    set status = 'needs_review'
    where task.id = p_task_id;

    perform public.record_activity(
        p_actor_id,
        v_task.project_id,
        'update',
        'task.submitted',
        'task',
        p_task_id
    );
end;
$$;

comment on procedure public.submit_task is
    'Hands a task in for review; withdraw_task takes it back.';

create or replace procedure public.withdraw_task(p_task_id uuid, p_actor_id uuid)
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_task public.tasks := public.lock_task(p_task_id);
begin
    perform public.authorize_task_step(v_task, 'withdraw', 'in_progress', p_actor_id);

    update public.tasks as task
    set status = 'in_progress'
    where task.id = p_task_id;

    perform public.record_activity(
        p_actor_id,
        v_task.project_id,
        'update',
        'task.withdrawn',
        'task',
        p_task_id
    );
end;
$$;

comment on procedure public.withdraw_task is
    'Takes a task back from review before anybody has judged it.';

create or replace procedure public.review_task(
    p_task_id uuid,
    p_verdict public.task_status_enum,
    p_comment text,
    p_actor_id uuid
)
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_task public.tasks := public.lock_task(p_task_id);
begin
    perform public.authorize_task_step(v_task, 'review', p_verdict, p_actor_id);

    if v_task.assigned_to = p_actor_id then
        raise sqlstate 'BD512'
        using
            message = 'nobody reviews their own work',
            detail = format('task %s is assigned to %s', p_task_id, p_actor_id);
    end if;

    if p_verdict = 'rejected' then
        perform public.require_reason(p_comment);
    end if;

    perform public.require_task_can_end(p_task_id);

    update public.tasks as task
    set
        status = p_verdict,
        completed_at = case p_verdict when 'approved' then clock_timestamp() end
    where task.id = p_task_id;

    perform public.record_activity(
        p_actor_id,
        v_task.project_id,
        case p_verdict when 'approved' then 'approve' else 'reject' end::public.activity_type_enum,
        'task.reviewed',
        'task',
        p_task_id,
        jsonb_build_object('verdict', p_verdict, 'comment', p_comment)
    );
end;
$$;

comment on procedure public.review_task is
    'Approves or rejects a task handed in by somebody else; a rejection says why.';

create or replace procedure public.complete_task(p_task_id uuid, p_actor_id uuid)
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_task public.tasks := public.lock_task(p_task_id);
begin
    perform public.authorize_task_step(v_task, 'complete', 'completed', p_actor_id);
    perform public.require_task_can_end(p_task_id);

    update public.tasks as task
    set
        status = 'completed',
        started_at = coalesce(task.started_at, clock_timestamp())
    where task.id = p_task_id;

    perform public.record_activity(
        p_actor_id,
        v_task.project_id,
        'update',
        'task.completed',
        'task',
        p_task_id,
        jsonb_build_object('from', v_task.status)
    );
end;
$$;

comment on procedure public.complete_task is
    'Finishes a task; refused with BD507 while a part of it, or what it has to wait for, is open.';

create or replace procedure public.cancel_task(p_task_id uuid, p_reason text, p_actor_id uuid)
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_task public.tasks := public.lock_task(p_task_id);
    v_part record;
begin
    perform public.authorize_task_step(v_task, 'cancel', 'cancelled', p_actor_id);
    perform public.require_reason(p_reason);

    select
        part.id,
        part.title
    into v_part
    from public.tasks as part
    where
        part.parent_task_id = p_task_id
        and part.status in ('pending', 'in_progress', 'blocked', 'needs_review')
    limit 1;

    if found then
        raise sqlstate 'BD507'
        using
            message = format('"%s" is an open part of it', v_part.title),
            detail = format('task %s', v_part.id),
            hint = 'Cancel its open parts first.';
    end if;

    update public.tasks as task
    set status = 'cancelled'
    where task.id = p_task_id;

    perform public.record_activity(
        p_actor_id,
        v_task.project_id,
        'update',
        'task.cancelled',
        'task',
        p_task_id,
        jsonb_build_object('from', v_task.status, 'reason', p_reason)
    );
end;
$$;

comment on procedure public.cancel_task is
    'Gives a task up, with a reason; refused with BD507 while a part of it is open.';

create or replace procedure public.reopen_task(p_task_id uuid, p_reason text, p_actor_id uuid)
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_parent_id uuid := (
        select task.parent_task_id
        from public.tasks as task
        where task.id = p_task_id
    );
    v_task public.tasks := public.lock_task(p_task_id, v_parent_id);
    v_status public.task_status_enum := case v_task.status
        when 'cancelled' then 'pending'
        else 'in_progress'
    end;
begin
    if v_task.parent_task_id is distinct from v_parent_id then
        raise sqlstate 'BD505'
        using
            message = 'the task was moved meanwhile',
            detail = format('task %s', p_task_id);
    end if;

    perform public.authorize_task_step(v_task, 'reopen', v_status, p_actor_id);
    perform public.require_reason(p_reason);
    perform public.hold_parent_open(v_parent_id, v_task.project_id);

    update public.tasks as task
    set status = v_status
    where task.id = p_task_id;

    perform public.record_activity(
        p_actor_id,
        v_task.project_id,
        'update',
        'task.reopened',
        'task',
        p_task_id,
        jsonb_build_object('from', v_task.status, 'reason', p_reason)
    );
end;
$$;

comment on procedure public.reopen_task is
    'Takes up a task again that was completed, rejected or cancelled; not under an ended parent.';

create or replace procedure public.move_task(
    p_task_id uuid,
    p_parent_task_id uuid,
    p_sequence_order integer,
    p_actor_id uuid
)
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_task public.tasks := public.lock_task(p_task_id, p_parent_task_id);
begin
    perform public.require_permission(p_actor_id, v_task.project_id, 'task.manage');
    perform public.require_open_task(v_task);
    perform public.hold_parent_open(p_parent_task_id, v_task.project_id);

    if
        v_task.parent_task_id is not distinct from p_parent_task_id
        and v_task.sequence_order is not distinct from p_sequence_order
    then
        return;
    end if;

    -- A trigger refuses circles of every writer.
    update public.tasks as task
    set
        parent_task_id = p_parent_task_id,
        sequence_order = p_sequence_order
    where task.id = p_task_id;

    perform public.record_activity(
        p_actor_id,
        v_task.project_id,
        'update',
        'task.moved',
        'task',
        p_task_id,
        jsonb_build_object('from', v_task.parent_task_id, 'to', p_parent_task_id)
    );
end;
$$;

comment on procedure public.move_task is
    'Makes a task part of another of its project, or of none; never of itself or of its own parts.';

-- migrate:down

drop procedure public.move_task;
drop procedure public.reopen_task;
drop procedure public.cancel_task;
drop procedure public.complete_task;
drop procedure public.review_task;
drop procedure public.withdraw_task;
drop procedure public.submit_task;
drop procedure public.put_back_task;
drop procedure public.block_task;
drop procedure public.start_task;
drop procedure public.reassign_task;
drop procedure public.assign_task;
drop procedure public.create_task;
drop function public.require_task_can_end;
drop function public.task_end_obstacles;
drop function public.task_start_obstacles;
drop function public.require_same_task;
drop function public.hold_parent_open;
drop function public.require_open_task;
drop function public.authorize_task_step;
drop function public.lock_task;
drop function public.hold_project_open;
drop function public.share_project;
