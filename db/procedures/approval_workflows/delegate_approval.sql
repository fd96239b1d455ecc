create or replace procedure public.delegate_approval(
    p_request_id uuid,
    p_to_id uuid,
    p_actor_id uuid,
    p_comments text default null
)
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_request public.approval_requests := public.lock_approval_request(p_request_id);
    v_vote public.approval_assignments;
begin
    -- Passed on already: the call is repeated because its answer was lost.
    if exists (
        select
        from public.approval_assignments as vote
        where
            vote.request_id = p_request_id
            and vote.approver_id = p_actor_id
            and vote.delegated_to = p_to_id
    ) then
        return;
    end if;

    v_vote := public.vote_of(v_request, p_actor_id);
    perform public.require_open_request(v_request);
    perform public.require_delegable(v_request, v_vote, p_to_id);

    update public.approval_assignments as vote
    set delegated_to = p_to_id
    where vote.id = v_vote.id;

    insert into public.approval_responses
        (
            id,
            request_id,
            approver_id,
            decision,
            comments,
            responded_at
        )
    values
        (
            uuidv7(),
            p_request_id,
            p_actor_id,
            'delegate',
            p_comments,
            clock_timestamp()
        );

    perform public.record_activity(
        p_actor_id,
        v_request.project_id,
        'assign',
        'approval.delegated',
        'approval_request',
        p_request_id,
        jsonb_build_object('to', p_to_id)
    );
end;
$$;

comment on procedure public.delegate_approval is
    'Passes an uncast vote on to somebody else who may decide: once, and not to the requester.';
