-- Projects are started, suspended, ended and put away by procedures.

-- migrate:up

create or replace function public.require_reason(p_reason text)
returns void
language plpgsql
immutable
set search_path = pg_catalog, pg_temp
as $$
begin
    if p_reason is null or btrim(p_reason) = '' then
        raise sqlstate 'BD518'
        using message = 'this takes a reason';
    end if;
end;
$$;

comment on function public.require_reason is
    'Refuses with BD518 to do something unexplained that others will ask about.';

-- A procedure locks a row, then looks at what else is there. At repeatable read it would look
-- through a snapshot older than the lock, and for instance complete a project whose newest task it
-- cannot see. Read committed takes a new snapshot after the wait; serializable notices by itself.

create or replace function public.require_fresh_snapshot()
returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $$
begin
    if current_setting('transaction_isolation') = 'repeatable read' then
        raise sqlstate 'BD516'
        using
            message = 'this cannot be done safely at repeatable read',
            hint = 'Use read committed or serializable.';
    end if;
end;
$$;

comment on function public.require_fresh_snapshot is
    'Refuses with BD516 the one isolation level at which a lock does not show what it waited for.';

create or replace function public.record_activity(
    p_actor_id uuid,
    p_project_id uuid,
    p_activity_type public.activity_type_enum,
    p_action text,
    p_entity_type text,
    p_entity_id uuid,
    p_metadata jsonb default '{}'
)
returns void
language sql
set search_path = pg_catalog, pg_temp
as $$
    insert into public.user_activities
        (
            id,
            user_id,
            project_id,
            activity_type,
            action,
            entity_type,
            entity_id,
            occurred_at,
            metadata
        )
    values
        (
            uuidv7(),
            p_actor_id,
            p_project_id,
            p_activity_type,
            p_action,
            p_entity_type,
            p_entity_id,
            clock_timestamp(),
            jsonb_strip_nulls(p_metadata)
        );
$$;

comment on function public.record_activity is
    'Adds an entry to the feed, with a time-ordered id; metadata loses its keys without value.';

-- The lock conflicts with every other, those of foreign keys included: whoever is adding a row to
-- the project has ended, and what is there can be counted.

create or replace function public.lock_project(p_project_id uuid)
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
    for update;

    if not found then
        raise sqlstate 'BD501'
        using
            message = 'there is no such project',
            detail = format('project %s', p_project_id);
    end if;

    return v_project;
end;
$$;

comment on function public.lock_project is
    'Waits until nobody works on the project, keeps it so until the transaction ends, returns it.';

create or replace function public.lock_project_for_step(
    p_project_id uuid,
    p_action text,
    p_status public.project_status_enum,
    p_actor_id uuid
)
returns public.projects
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_project public.projects := public.lock_project(p_project_id);
begin
    perform public.require_permission(
        p_actor_id,
        p_project_id,
        public.require_transition('projects', p_action, v_project.status::text, p_status::text)
    );

    return v_project;
end;
$$;

comment on function public.lock_project_for_step is
    'Locks a project and returns it as it is, if the actor may take the step that is asked for.';

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

create or replace procedure public.start_project(p_project_id uuid, p_actor_id uuid)
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
    perform public.lock_project_for_step(p_project_id, 'start', 'analysis', p_actor_id);

    update public.projects as project
    set
        status = 'analysis',
        start_date = coalesce(
            project.start_date,
            (clock_timestamp() at time zone 'UTC')::date
        )
    where project.id = p_project_id;

    perform public.record_activity(
        p_actor_id,
        p_project_id,
        'update',
        'project.started',
        'project',
        p_project_id
    );
end;
$$;

comment on procedure public.start_project is
    'Takes a project from initiation into analysis; one without a start date starts today in UTC.';

create or replace procedure public.change_project_phase(
    p_project_id uuid,
    p_phase public.project_status_enum,
    p_actor_id uuid
)
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_project public.projects := public.lock_project_for_step(
        p_project_id,
        'change_phase',
        p_phase,
        p_actor_id
    );
begin
    update public.projects as project
    set status = p_phase
    where project.id = p_project_id;

    perform public.record_activity(
        p_actor_id,
        p_project_id,
        'update',
        'project.phase_changed',
        'project',
        p_project_id,
        jsonb_build_object('from', v_project.status, 'to', p_phase)
    );
end;
$$;

comment on procedure public.change_project_phase is
    'Takes a project to the next phase from analysis to execution, or back to any earlier one.';

create or replace procedure public.hold_project(p_project_id uuid, p_reason text, p_actor_id uuid)
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_project public.projects := public.lock_project_for_step(
        p_project_id,
        'hold',
        'on_hold',
        p_actor_id
    );
begin
    perform public.require_reason(p_reason);

    update public.projects as project
    set status = 'on_hold'
    where project.id = p_project_id;

    perform public.record_activity(
        p_actor_id,
        p_project_id,
        'update',
        'project.held',
        'project',
        p_project_id,
        jsonb_build_object('from', v_project.status, 'reason', p_reason)
    );
end;
$$;

comment on procedure public.hold_project is
    'Suspends a project, with a reason: nobody works on its tasks until it is resumed.';

create or replace procedure public.resume_project(
    p_project_id uuid,
    p_phase public.project_status_enum,
    p_actor_id uuid
)
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
    perform public.lock_project_for_step(p_project_id, 'resume', p_phase, p_actor_id);

    update public.projects as project
    set status = p_phase
    where project.id = p_project_id;

    perform public.record_activity(
        p_actor_id,
        p_project_id,
        'update',
        'project.resumed',
        'project',
        p_project_id,
        jsonb_build_object('to', p_phase)
    );
end;
$$;

comment on procedure public.resume_project is
    'Takes a suspended project up again, in the phase that its manager finds it in.';

create or replace procedure public.complete_project(p_project_id uuid, p_actor_id uuid)
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_open bigint;
    v_first text;
begin
    perform public.lock_project_for_step(p_project_id, 'complete', 'completed', p_actor_id);

    select
        count(*),
        min(format('%s %s', obstacle.subject, obstacle.subject_id))
    into
        v_open,
        v_first
    from public.project_completion_obstacles(p_project_id) as obstacle;

    if v_open > 0 then
        raise sqlstate 'BD507'
        using
            message = 'the project has unfinished work',
            detail = format('%s in all, such as %s', v_open, v_first),
            hint = 'public.project_completion_obstacles() lists it.';
    end if;

    update public.projects as project
    set status = 'completed'
    where project.id = p_project_id;

    perform public.record_activity(
        p_actor_id,
        p_project_id,
        'update',
        'project.completed',
        'project',
        p_project_id
    );
end;
$$;

comment on procedure public.complete_project is
    'Ends a project in execution, today in UTC; refused with BD507 while anything in it is open.';

create or replace procedure public.reopen_project(p_project_id uuid, p_reason text, p_actor_id uuid)
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
    perform public.lock_project_for_step(p_project_id, 'reopen', 'execution', p_actor_id);
    perform public.require_reason(p_reason);

    update public.projects as project
    set
        status = 'execution',
        archived_at = null
    where project.id = p_project_id;

    perform public.record_activity(
        p_actor_id,
        p_project_id,
        'update',
        'project.reopened',
        'project',
        p_project_id,
        jsonb_build_object('reason', p_reason)
    );
end;
$$;

comment on procedure public.reopen_project is
    'Takes a completed project up again, with a reason, out of the archive too.';

create or replace procedure public.cancel_project(p_project_id uuid, p_reason text, p_actor_id uuid)
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_project public.projects := public.lock_project_for_step(
        p_project_id,
        'cancel',
        'cancelled',
        p_actor_id
    );
    v_tasks bigint;
    v_requests bigint;
begin
    perform public.require_reason(p_reason);

    update public.tasks as task
    set status = 'cancelled'
    where
        task.project_id = p_project_id
        and task.status in ('pending', 'in_progress', 'blocked', 'needs_review');
    get diagnostics v_tasks = row_count;

    update public.approval_requests as request
    set
        status = 'cancelled',
        decision_notes = p_reason
    where
        request.project_id = p_project_id
        and request.status in ('pending', 'in_review');
    get diagnostics v_requests = row_count;

    update public.projects as project
    set status = 'cancelled'
    where project.id = p_project_id;

    perform public.record_activity(
        p_actor_id,
        p_project_id,
        'update',
        'project.cancelled',
        'project',
        p_project_id,
        jsonb_build_object(
            'from', v_project.status,
            'reason', p_reason,
            'cancelled_tasks', v_tasks,
            'cancelled_requests', v_requests
        )
    );
end;
$$;

comment on procedure public.cancel_project is
    'Ends a project unfinished, with a reason; what was open in it is cancelled along with it.';

create or replace procedure public.archive_project(p_project_id uuid, p_actor_id uuid)
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_project public.projects := public.lock_project(p_project_id);
begin
    perform public.require_permission(p_actor_id, p_project_id, 'project.close');

    if v_project.archived_at is not null then
        return;
    end if;

    if v_project.status not in ('completed', 'cancelled') then
        raise sqlstate 'BD503'
        using
            message = format('a project that is %s cannot be archived', v_project.status),
            detail = format('project %s', p_project_id),
            hint = 'Complete or cancel it first.';
    end if;

    update public.projects as project
    set archived_at = clock_timestamp()
    where project.id = p_project_id;

    perform public.record_activity(
        p_actor_id,
        p_project_id,
        'update',
        'project.archived',
        'project',
        p_project_id
    );
end;
$$;

comment on procedure public.archive_project is
    'Puts an ended project away, out of the lists of current ones; once more changes nothing.';

-- migrate:down

drop procedure public.archive_project;
drop procedure public.cancel_project;
drop procedure public.reopen_project;
drop procedure public.complete_project;
drop procedure public.resume_project;
drop procedure public.hold_project;
drop procedure public.change_project_phase;
drop procedure public.start_project;
drop function public.project_completion_obstacles;
drop function public.lock_project_for_step;
drop function public.lock_project;
drop function public.record_activity;
drop function public.require_fresh_snapshot;
drop function public.require_reason;
