create or replace procedure public.cancel_approval(
    p_request_id uuid,
    p_reason text,
    p_actor_id uuid
)
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_request public.approval_requests := public.lock_approval_request(p_request_id);
    v_permission text := public.require_transition(
        'approval_requests',
        'cancel',
        v_request.status::text,
        'cancelled'
    );
begin
    -- Whoever asked may take the question back.
    if p_actor_id <> v_request.requested_by then
        perform public.require_permission(p_actor_id, v_request.project_id, v_permission);
    end if;

    perform public.require_reason(p_reason);

    update public.approval_requests as request
    set
        status = 'cancelled',
        decision_notes = p_reason
    where request.id = p_request_id;

    perform public.record_activity(
        p_actor_id,
        v_request.project_id,
        'update',
        'approval.cancelled',
        'approval_request',
        p_request_id,
        jsonb_build_object('reason', p_reason)
    );
end;
$$;

comment on procedure public.cancel_approval is
    'Takes an open request back, with a reason: its requester may, and who manages approvals.';
