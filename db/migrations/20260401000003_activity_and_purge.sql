-- The activity feed's writer and its retention, and the only ways to remove a project or a user.

-- migrate:up

-- Runs with the rights of its caller, so that nobody adds to the feed of a project that is out of
-- reach.

create or replace function public.log_activity(
    p_activity_type public.activity_type_enum,
    p_action text,
    p_project_id uuid default null,
    p_entity_type text default null,
    p_entity_id uuid default null,
    p_description text default null,
    p_metadata jsonb default '{}'
)
returns uuid
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_id constant uuid := uuidv7();
    v_actor constant record := public.audit_actor();
begin
    if v_actor.user_id is null then
        raise exception
            using
                errcode = 'BD804',
                message = 'an activity is somebody''s: bduf.user_id names no user',
                hint = 'Start the transaction with set local bduf.user_id.';
    end if;

    insert into public.user_activities
        (
            id,
            user_id,
            project_id,
            activity_type,
            action,
            description,
            entity_type,
            entity_id,
            occurred_at,
            metadata,
            ip_address,
            user_agent,
            session_id
        )
    values
        (
            v_id,
            v_actor.user_id,
            p_project_id,
            p_activity_type,
            p_action,
            p_description,
            p_entity_type,
            p_entity_id,
            clock_timestamp(),
            p_metadata,
            v_actor.ip_address,
            v_actor.user_agent,
            nullif(current_setting('bduf.session_id', true), '')
        );

    return v_id;
end;
$$;

comment on function public.log_activity is
    'Adds an act of the transaction''s user to the feed, with a time-ordered id, which it returns.';

-- A call is one short transaction: call it until it returns less than the limit. Without an order
-- the server may stop at the first rows it meets, which are the oldest, since the table only grows;
-- when nothing is old enough, the BRIN index on the time says so without reading the table.

create or replace function public.delete_old_activities(
    p_keep interval default '2 years',
    p_limit integer default 10000
)
returns bigint
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    v_deleted bigint;
begin
    delete from public.user_activities
    where
        ctid = any(
            array(
                select ctid
                from public.user_activities
                where occurred_at < now() - p_keep
                limit p_limit
            )
        );

    get diagnostics v_deleted = row_count;
    return v_deleted;
end;
$$;

comment on function public.delete_old_activities is
    'Deletes at most so many activities that are older than to be kept; returns how many.';

-- Children go first although cascades would take them along: while the parents are there, each
-- audit entry still finds the project and the organization it belongs to.

create or replace procedure public.purge_project(p_project_id uuid, p_reason text)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    v_project public.projects;
begin
    select * into v_project from public.projects where id = p_project_id for update;

    if not found then
        raise exception
            using
                errcode = 'BD805',
                message = format('there is no project %s to purge', p_project_id);
    end if;

    perform public.record_audit_event(
        'security_event',
        'project.purged',
        p_reason,
        'projects',
        v_project.id,
        v_project.id,
        v_project.organization_id
    );

    delete from public.approval_assignments as assigned
    using public.approval_requests as req
    where req.id = assigned.request_id and req.project_id = p_project_id;

    delete from public.approval_responses as response
    using public.approval_requests as req
    where req.id = response.request_id and req.project_id = p_project_id;

    delete from public.approval_requests where project_id = p_project_id;
    delete from public.approval_workflows where project_id = p_project_id;

    delete from public.session_participants as participant
    using public.collaboration_sessions as ses
    where ses.id = participant.session_id and ses.project_id = p_project_id;

    delete from public.collaboration_sessions where project_id = p_project_id;
    delete from public.task_dependencies where project_id = p_project_id;
    delete from public.tasks where project_id = p_project_id;
    delete from public.requirements where project_id = p_project_id;
    delete from public.architecture_decisions where project_id = p_project_id;
    delete from public.project_risks where project_id = p_project_id;
    delete from public.project_analytics where project_id = p_project_id;
    delete from public.user_activities where project_id = p_project_id;
    delete from public.projects where id = p_project_id;
end;
$$;

comment on procedure public.purge_project is
    'Deletes a project and all that belongs to it for good; the audit log keeps every row and why.';

-- What a user made, was assigned or approved goes on naming that user: handing it to somebody else
-- would be a lie. So the row can go only if nothing refers to it; else it stays without the person.

create or replace procedure public.purge_user(p_user_id uuid, p_reason text)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
    perform from public.users where id = p_user_id for update;

    if not found then
        raise exception
            using
                errcode = 'BD805',
                message = format('there is no user %s to purge', p_user_id);
    end if;

    perform public.record_audit_event(
        'security_event',
        'user.purged',
        p_reason,
        'users',
        p_user_id
    );

    delete from public.team_memberships where user_id = p_user_id;
    delete from public.session_participants where user_id = p_user_id;
    delete from public.user_activities where user_id = p_user_id;

    begin
        delete from public.users where id = p_user_id;
    exception
        when foreign_key_violation then
            update public.users
            set
                email = format('purged-%s@bduf.invalid', p_user_id),
                username = format('purged-%s', p_user_id),
                password_hash = '$disabled$this-account-was-purged',
                first_name = null,
                last_name = null,
                display_name = null,
                avatar_url = null,
                bio = null,
                timezone = 'UTC',
                permissions = '{}',
                role = 'viewer',
                is_active = false,
                is_verified = false,
                last_login_at = null,
                failed_login_attempts = 0,
                locked_until = null,
                api_key_hash = null,
                api_key_created_at = null,
                api_key_last_used = null,
                preferences = '{}',
                notification_settings = '{"email": false, "push": false, "in_app": false}'
            where id = p_user_id;
    end;
end;
$$;

comment on procedure public.purge_user is
    'Removes a person for good: the row, or all that is personal in it if other rows refer to it.';

revoke execute on function public.log_activity, public.delete_old_activities from public;
revoke execute on procedure public.purge_project, public.purge_user from public;

-- migrate:down

drop procedure public.purge_user(uuid, text);
drop procedure public.purge_project(uuid, text);
drop function public.delete_old_activities(interval, integer);
drop function public.log_activity(public.activity_type_enum, text, uuid, text, uuid, text, jsonb);
