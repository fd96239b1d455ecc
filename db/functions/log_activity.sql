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
