create or replace procedure public.assign_approver(
    p_request_id uuid,
    p_approver_id uuid,
    p_step integer,
    p_actor_id uuid
)
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_request public.approval_requests := public.lock_approval_request(p_request_id);
begin
    perform public.require_open_request(v_request);
    perform public.require_permission(p_actor_id, v_request.project_id, 'approval.manage');

    if p_approver_id = v_request.requested_by then
        raise sqlstate 'BD512'
        using
            message = 'nobody approves their own request',
            detail = format('user %s', p_approver_id);
    end if;

    perform public.require_eligible(p_approver_id, v_request.project_id, 'approval.decide');

    if exists (
        select
        from public.approval_assignments as vote
        where
            vote.request_id = p_request_id
            and coalesce(vote.delegated_to, vote.approver_id) = p_approver_id
    ) then
        return;
    end if;

    insert into public.approval_assignments (id, request_id, approver_id, step)
    values (uuidv7(), p_request_id, p_approver_id, coalesce(p_step, 1));

    perform public.record_activity(
        p_actor_id,
        v_request.project_id,
        'assign',
        'approval.approver_assigned',
        'approval_request',
        p_request_id,
        jsonb_build_object('approver', p_approver_id, 'step', p_step)
    );
end;
$$;

comment on procedure public.assign_approver is
    'Gives one more person a vote on an open request; whoever has one already keeps just that.';
