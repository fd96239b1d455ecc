-- For what triggers cannot see: sign-ins, refusals, maintenance. Changes of data are recorded by
-- triggers alone, so that nobody can claim one that never was.

create or replace function public.record_audit_event(
    p_event_type public.audit_event_type_enum,
    p_event_action text,
    p_event_description text default null,
    p_target_type text default null,
    p_target_id uuid default null,
    p_project_id uuid default null,
    p_organization_id uuid default null,
    p_metadata jsonb default '{}'
)
returns uuid
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    v_id constant uuid := uuidv7();
begin
    if p_event_type = 'data_change' then
        raise exception
            using
                errcode = 'BD803',
                message = 'changes of data are recorded by triggers alone',
                hint = 'Choose another event type.';
    end if;

    insert into public.audit_logs
        (
            id,
            event_type,
            event_action,
            event_description,
            user_id,
            impersonated_by,
            target_type,
            target_id,
            project_id,
            organization_id,
            occurred_at,
            ip_address,
            user_agent,
            request_id,
            metadata
        )
    select
        v_id,
        p_event_type,
        p_event_action,
        p_event_description,
        actor.user_id,
        actor.impersonated_by,
        p_target_type,
        p_target_id,
        p_project_id,
        p_organization_id,
        clock_timestamp(),
        actor.ip_address,
        actor.user_agent,
        actor.request_id,
        p_metadata || actor.metadata
    from public.audit_actor() as actor;

    return v_id;
end;
$$;

comment on function public.record_audit_event is
    'Adds an audit entry that is no change of data, in the name of who acts; returns its id.';
