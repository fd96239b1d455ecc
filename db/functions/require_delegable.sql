create or replace function public.require_delegable(
    p_request public.approval_requests,
    p_vote public.approval_assignments,
    p_to_id uuid
)
returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $$
begin
    if p_vote.decision is not null or p_vote.delegated_to is not null then
        raise sqlstate 'BD515'
        using
            message = 'a vote that was cast or passed on is not passed on again',
            detail = format('approval request %s', p_request.id);
    end if;

    if p_to_id = p_request.requested_by then
        raise sqlstate 'BD512'
        using
            message = 'nobody approves their own request',
            detail = format('user %s', p_to_id);
    end if;

    if exists (
        select
        from public.approval_assignments as vote
        where
            vote.request_id = p_request.id
            and p_to_id in (vote.approver_id, vote.delegated_to)
    ) then
        raise sqlstate 'BD515'
        using
            message = 'nobody has two votes on one request',
            detail = format('user %s', p_to_id);
    end if;

    perform public.require_eligible(p_to_id, p_request.project_id, 'approval.decide');
end;
$$;

comment on function public.require_delegable is
    'Refuses with BD515 to pass on a vote that is used, or to somebody who is asked already.';
