-- Runs with the rights of its caller, so that nobody adds to the feed of a project that is out of
-- reach, and the application in nobody's name but its user's. From where he acts is taken from the
-- settings bduf.*, as the audit trail does.

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
