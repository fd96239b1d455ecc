-- Times that follow from a status are noted by the database, so that writers need not and the rules
-- of the next migrations do not stop them. A time that the writer gives is never replaced. The
-- functions here are copies; their sources are the files of these names under functions/.

-- migrate:up

create or replace function public.fill_user_times()
returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
    if tg_op = 'UPDATE' then
        if new.password_hash <> old.password_hash
            and new.password_changed_at = old.password_changed_at
        then
            new.password_changed_at := clock_timestamp();
        end if;

        -- Another key is a new one: it was issued now and has not been used.
        if new.api_key_hash is distinct from old.api_key_hash then
            if new.api_key_created_at is not distinct from old.api_key_created_at then
                new.api_key_created_at := null;
            end if;
            if new.api_key_last_used is not distinct from old.api_key_last_used then
                new.api_key_last_used := null;
            end if;
        end if;
    end if;

    if new.api_key_hash is not null and new.api_key_created_at is null then
        new.api_key_created_at := clock_timestamp();
    end if;

    return new;
end;
$$;

comment on function public.fill_user_times is
    'Row trigger: when a password or API key is set, notes the time unless the writer did.';

create or replace function public.fill_team_membership_times()
returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
    -- A writer who says only who comes back or goes leaves the times of the time before behind.
    if tg_op = 'UPDATE' then
        if new.status = 'active' and old.status in ('invited', 'left')
            and new.joined_at is not distinct from old.joined_at
        then
            new.joined_at := clock_timestamp();
        end if;
        if new.left_at is not distinct from old.left_at then
            new.left_at := null;
        end if;
    end if;

    if new.status = 'invited' then
        new.joined_at := null;
    elsif new.status = 'active' and new.joined_at is null then
        new.joined_at := clock_timestamp();
    elsif new.status = 'left' and new.left_at is null then
        new.left_at := clock_timestamp();
    end if;

    return new;
end;
$$;

comment on function public.fill_team_membership_times is
    'Row trigger: keeps joined_at and left_at in step with a status that is set or changes.';

create or replace function public.fill_project_times()
returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_today date := (clock_timestamp() at time zone 'UTC')::date;
begin
    if new.status not in ('completed', 'cancelled') then
        -- Taken up again. A writer who gives another date meant it, and is refused by a check.
        if new.actual_end_date is not distinct from old.actual_end_date then
            new.actual_end_date := null;
        end if;
    elsif new.actual_end_date is null and v_today >= coalesce(new.start_date, v_today) then
        -- A project that was cancelled before its start never ran and has no end.
        new.actual_end_date := v_today;
    end if;

    return new;
end;
$$;

comment on function public.fill_project_times is
    'Row trigger: ends a project today when its status says so, and reopens it likewise.';

create or replace function public.fill_task_times()
returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
    if tg_op = 'UPDATE' then
        -- Another assignee: the old times and names say nothing about this assignment.
        if new.assigned_to is distinct from old.assigned_to then
            if new.assigned_at is not distinct from old.assigned_at then
                new.assigned_at := null;
            end if;
            if new.assigned_to is null and new.assigned_by is not distinct from old.assigned_by then
                new.assigned_by := null;
            end if;
        end if;

        -- Taken up again. A writer who gives another time meant it, and is refused by a check.
        if new.status in ('pending', 'in_progress', 'blocked', 'needs_review')
            and new.completed_at is not distinct from old.completed_at
        then
            new.completed_at := null;
        end if;
    end if;

    if new.assigned_to is not null and new.assigned_at is null then
        new.assigned_at := clock_timestamp();
    end if;
    if new.status = 'in_progress' and new.started_at is null then
        new.started_at := clock_timestamp();
    end if;
    if new.status = 'completed' and new.completed_at is null then
        new.completed_at := clock_timestamp();
    end if;

    return new;
end;
$$;

comment on function public.fill_task_times is
    'Row trigger: notes when a task is assigned, begun and finished unless the writer did.';

create or replace function public.fill_architecture_decision_times()
returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
    if new.status not in ('proposed', 'review') then
        if new.decided_at is null then
            new.decided_at := clock_timestamp();
        end if;
    elsif tg_op = 'UPDATE' then
        -- Open again. A writer who gives another decider meant it, and is refused by a check.
        if new.decided_at is not distinct from old.decided_at then
            new.decided_at := null;
        end if;
        if new.decided_by is not distinct from old.decided_by then
            new.decided_by := null;
        end if;
    end if;

    return new;
end;
$$;

comment on function public.fill_architecture_decision_times is
    'Row trigger: notes when a decision is made, and forgets it when the question is open again.';

create or replace function public.fill_project_risk_times()
returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
    new.mitigated_at := clock_timestamp();
    return new;
end;
$$;

comment on function public.fill_project_risk_times is
    'Row trigger: notes when a risk becomes mitigated.';

create or replace function public.fill_collaboration_session_times()
returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
    if new.status = 'in_progress' and new.actual_start is null then
        new.actual_start := clock_timestamp();
    end if;

    -- The end of a meeting whose beginning nobody noted would be half of the truth.
    if new.status = 'completed' and new.actual_start is not null and new.actual_end is null then
        new.actual_end := clock_timestamp();
    end if;

    return new;
end;
$$;

comment on function public.fill_collaboration_session_times is
    'Row trigger: notes when a session opens and closes unless the writer did.';

create or replace function public.fill_session_participant_times()
returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
    -- Back in the room.
    if tg_op = 'UPDATE' and new.status = 'joined'
        and new.left_at is not distinct from old.left_at
    then
        new.left_at := null;
    end if;

    if new.status in ('joined', 'left') and new.joined_at is null then
        new.joined_at := clock_timestamp();
    end if;
    if new.status = 'left' and new.left_at is null then
        new.left_at := clock_timestamp();
    end if;

    return new;
end;
$$;

comment on function public.fill_session_participant_times is
    'Row trigger: notes when a participant comes and goes unless the writer did.';

create or replace function public.fill_approval_request_times()
returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
    if new.status not in ('pending', 'in_review') then
        if new.completed_at is null then
            new.completed_at := clock_timestamp();
        end if;
    elsif tg_op = 'UPDATE' then
        -- Open again. A writer who gives another time meant it, and is refused by a check.
        if new.completed_at is not distinct from old.completed_at then
            new.completed_at := null;
        end if;
    end if;

    return new;
end;
$$;

comment on function public.fill_approval_request_times is
    'Row trigger: notes when a request is closed, and forgets it when the request is open again.';

create or replace function public.fill_approval_assignment_times()
returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
    if new.decision is not null and new.decided_at is null then
        new.decided_at := clock_timestamp();
    end if;
    if new.delegated_to is not null and new.delegated_at is null then
        new.delegated_at := clock_timestamp();
    end if;

    return new;
end;
$$;

comment on function public.fill_approval_assignment_times is
    'Row trigger: notes when a vote is cast or passed on unless the writer did.';

-- Triggers: the conditions keep writers who give the times themselves from calling anything.

create trigger _310_fill_times_insert
before insert on public.users
for each row
when (new.api_key_hash is not null and new.api_key_created_at is null)
execute function public.fill_user_times();
comment on trigger _310_fill_times_insert on public.users is
    'Notes when the key of a new user was issued.';

create trigger _310_fill_times_update
before update on public.users
for each row
when (old.password_hash <> new.password_hash or old.api_key_hash is distinct from new.api_key_hash)
execute function public.fill_user_times();
comment on trigger _310_fill_times_update on public.users is
    'Notes when a password or a key is set.';

create trigger _310_fill_times_insert
before insert on public.team_memberships
for each row
when
    (
        new.status = 'invited'
        or (new.status = 'active' and new.joined_at is null)
        or (new.status = 'left' and new.left_at is null)
    )
execute function public.fill_team_membership_times();
comment on trigger _310_fill_times_insert on public.team_memberships is
    'Brings joined_at and left_at in step with the status of a new membership.';

create trigger _310_fill_times_update
before update on public.team_memberships
for each row
when (old.status is distinct from new.status)
execute function public.fill_team_membership_times();
comment on trigger _310_fill_times_update on public.team_memberships is
    'Brings joined_at and left_at in step with a status that changes.';

create trigger _310_fill_times_insert
before insert on public.projects
for each row
when (new.status in ('completed', 'cancelled') and new.actual_end_date is null)
execute function public.fill_project_times();
comment on trigger _310_fill_times_insert on public.projects is
    'Dates the end of a project that is entered as ended.';

create trigger _310_fill_times_update
before update on public.projects
for each row
when (old.status is distinct from new.status)
execute function public.fill_project_times();
comment on trigger _310_fill_times_update on public.projects is
    'Dates the end of a project that ends, and forgets it when it goes on.';

create trigger _310_fill_times_insert
before insert on public.tasks
for each row
when
    (
        (new.assigned_to is not null and new.assigned_at is null)
        or (new.status = 'in_progress' and new.started_at is null)
        or (new.status = 'completed' and new.completed_at is null)
    )
execute function public.fill_task_times();
comment on trigger _310_fill_times_insert on public.tasks is
    'Notes the times that the status of a new task calls for and its writer left out.';

create trigger _310_fill_times_update
before update on public.tasks
for each row
when (old.status is distinct from new.status or old.assigned_to is distinct from new.assigned_to)
execute function public.fill_task_times();
comment on trigger _310_fill_times_update on public.tasks is
    'Notes the times that a new status or assignee calls for.';

create trigger _310_fill_times_insert
before insert on public.architecture_decisions
for each row
when (new.status not in ('proposed', 'review') and new.decided_at is null)
execute function public.fill_architecture_decision_times();
comment on trigger _310_fill_times_insert on public.architecture_decisions is
    'Notes the time of a decision that is entered as made.';

create trigger _310_fill_times_update
before update on public.architecture_decisions
for each row
when (old.status is distinct from new.status)
execute function public.fill_architecture_decision_times();
comment on trigger _310_fill_times_update on public.architecture_decisions is
    'Notes when a decision is made, and forgets it when the question is open again.';

create trigger _310_fill_times
before insert or update on public.project_risks
for each row
when (new.status = 'mitigated' and new.mitigated_at is null)
execute function public.fill_project_risk_times();
comment on trigger _310_fill_times on public.project_risks is
    'Notes when a risk becomes mitigated.';

create trigger _310_fill_times_insert
before insert on public.collaboration_sessions
for each row
when (new.status = 'in_progress' and new.actual_start is null)
execute function public.fill_collaboration_session_times();
comment on trigger _310_fill_times_insert on public.collaboration_sessions is
    'Notes the beginning of a session that is entered as begun.';

create trigger _310_fill_times_update
before update on public.collaboration_sessions
for each row
when (old.status is distinct from new.status)
execute function public.fill_collaboration_session_times();
comment on trigger _310_fill_times_update on public.collaboration_sessions is
    'Notes when a session opens and closes.';

create trigger _310_fill_times_insert
before insert on public.session_participants
for each row
when
    (
        (new.status in ('joined', 'left') and new.joined_at is null)
        or (new.status = 'left' and new.left_at is null)
    )
execute function public.fill_session_participant_times();
comment on trigger _310_fill_times_insert on public.session_participants is
    'Notes the times that the status of a new participant calls for.';

create trigger _310_fill_times_update
before update on public.session_participants
for each row
when (old.status is distinct from new.status)
execute function public.fill_session_participant_times();
comment on trigger _310_fill_times_update on public.session_participants is
    'Notes when a participant comes and goes.';

create trigger _310_fill_times_insert
before insert on public.approval_requests
for each row
when (new.status not in ('pending', 'in_review') and new.completed_at is null)
execute function public.fill_approval_request_times();
comment on trigger _310_fill_times_insert on public.approval_requests is
    'Notes the time of a request that is entered as closed.';

create trigger _310_fill_times_update
before update on public.approval_requests
for each row
when (old.status is distinct from new.status)
execute function public.fill_approval_request_times();
comment on trigger _310_fill_times_update on public.approval_requests is
    'Notes when a request is closed, and forgets it when it is open again.';

create trigger _310_fill_times
before insert or update on public.approval_assignments
for each row
when
    (
        (new.decision is not null and new.decided_at is null)
        or (new.delegated_to is not null and new.delegated_at is null)
    )
execute function public.fill_approval_assignment_times();
comment on trigger _310_fill_times on public.approval_assignments is
    'Notes when a vote is cast or passed on.';

-- migrate:down

drop trigger _310_fill_times on public.approval_assignments;
drop trigger _310_fill_times_update on public.approval_requests;
drop trigger _310_fill_times_insert on public.approval_requests;
drop trigger _310_fill_times_update on public.session_participants;
drop trigger _310_fill_times_insert on public.session_participants;
drop trigger _310_fill_times_update on public.collaboration_sessions;
drop trigger _310_fill_times_insert on public.collaboration_sessions;
drop trigger _310_fill_times on public.project_risks;
drop trigger _310_fill_times_update on public.architecture_decisions;
drop trigger _310_fill_times_insert on public.architecture_decisions;
drop trigger _310_fill_times_update on public.tasks;
drop trigger _310_fill_times_insert on public.tasks;
drop trigger _310_fill_times_update on public.projects;
drop trigger _310_fill_times_insert on public.projects;
drop trigger _310_fill_times_update on public.team_memberships;
drop trigger _310_fill_times_insert on public.team_memberships;
drop trigger _310_fill_times_update on public.users;
drop trigger _310_fill_times_insert on public.users;

drop function public.fill_approval_assignment_times();
drop function public.fill_approval_request_times();
drop function public.fill_session_participant_times();
drop function public.fill_collaboration_session_times();
drop function public.fill_project_risk_times();
drop function public.fill_architecture_decision_times();
drop function public.fill_task_times();
drop function public.fill_project_times();
drop function public.fill_team_membership_times();
drop function public.fill_user_times();
