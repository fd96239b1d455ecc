-- Two functions added to the feed: one for procedures, which name the actor, and one for the
-- application, which noted from where its user acts. One does both now.

-- migrate:up

drop function public.log_activity(public.activity_type_enum, text, uuid, text, uuid, text, jsonb);
drop function public.record_activity(
    uuid,
    uuid,
    public.activity_type_enum,
    text,
    text,
    uuid,
    jsonb
);

create or replace function public.record_activity(
    p_actor_id uuid,
    p_project_id uuid,
    p_activity_type public.activity_type_enum,
    p_action text,
    p_entity_type text,
    p_entity_id uuid,
    p_metadata jsonb default '{}',
    p_description text default null
)
returns uuid
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
            description,
            entity_type,
            entity_id,
            occurred_at,
            metadata,
            ip_address,
            user_agent,
            session_id
        )
    select
        uuidv7(),
        p_actor_id,
        p_project_id,
        p_activity_type,
        p_action,
        p_description,
        p_entity_type,
        p_entity_id,
        clock_timestamp(),
        jsonb_strip_nulls(p_metadata),
        actor.ip_address,
        actor.user_agent,
        nullif(current_setting('bduf.session_id', true), '')
    from public.audit_actor() as actor
    returning id;
$$;

comment on function public.record_activity is
    'Adds an entry to the feed and returns its id, which is in order of time; metadata loses its keys without value.';

alter function public.record_activity owner to bduf_owner;
revoke execute on function public.record_activity from public;
grant execute on function public.record_activity to bduf_readonly, bduf_app, bduf_admin, bduf_job;

-- migrate:down

drop function public.record_activity(
    uuid,
    uuid,
    public.activity_type_enum,
    text,
    text,
    uuid,
    jsonb,
    text
);

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

alter function public.record_activity owner to bduf_owner;
revoke execute on function public.record_activity from public;
grant execute on function public.record_activity to bduf_readonly, bduf_app, bduf_admin, bduf_job;

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

alter function public.log_activity owner to bduf_owner;
revoke execute on function public.log_activity from public;
grant execute on function public.log_activity to bduf_readonly, bduf_app, bduf_admin, bduf_job;
