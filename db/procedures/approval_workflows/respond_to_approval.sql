create or replace procedure public.respond_to_approval(
    p_request_id uuid,
    p_decision public.approval_decision_enum,
    p_actor_id uuid,
    p_comments text default null,
    p_conditions text default null
)
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_request public.approval_requests := public.lock_approval_request(p_request_id);
    v_vote public.approval_assignments := public.vote_of(v_request, p_actor_id);
begin
    -- The answer that is already there: the call is repeated because its own answer was lost.
    if v_vote.decision = p_decision then
        return;
    end if;

    perform public.require_open_request(v_request);
    perform public.require_permission(p_actor_id, v_request.project_id, 'approval.decide');
    perform public.require_turn(v_request, v_vote);

    if p_decision = 'delegate' then
        raise sqlstate 'BD518'
        using
            message = 'delegating is not answering',
            hint = 'public.delegate_approval() passes the vote on.';
    end if;

    if p_decision = 'approve_with_conditions' then
        perform public.require_reason(p_conditions);
    end if;

    update public.approval_assignments as vote
    set
        decision = p_decision,
        decided_at = clock_timestamp()
    where vote.id = v_vote.id;

    insert into public.approval_responses as response
        (
            id,
            request_id,
            approver_id,
            decision,
            comments,
            conditions,
            responded_at
        )
    values
        (
            uuidv7(),
            p_request_id,
            p_actor_id,
            p_decision,
            p_comments,
            case p_decision when 'approve_with_conditions' then p_conditions end,
            clock_timestamp()
        )
    on conflict (request_id, approver_id) do update
    set
        decision = excluded.decision,
        comments = excluded.comments,
        conditions = excluded.conditions,
        responded_at = excluded.responded_at;

    perform public.record_activity(
        p_actor_id,
        v_request.project_id,
        case p_decision when 'reject' then 'reject' else 'approve' end::public.activity_type_enum,
        'approval.answered',
        'approval_request',
        p_request_id,
        jsonb_build_object('decision', p_decision)
    );

    perform public.conclude_approval(v_request);
end;
$$;

comment on procedure public.respond_to_approval is
    'Casts or changes a vote on an open request, and decides the request once the votes do.';
