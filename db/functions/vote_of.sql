create or replace function public.vote_of(p_request public.approval_requests, p_actor_id uuid)
returns public.approval_assignments
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $$
declare
    v_vote public.approval_assignments;
begin
    if p_actor_id = p_request.requested_by then
        raise sqlstate 'BD512'
        using
            message = 'nobody approves their own request',
            detail = format('approval request %s', p_request.id);
    end if;

    select *
    into v_vote
    from public.approval_assignments as vote
    where
        vote.request_id = p_request.id
        and coalesce(vote.delegated_to, vote.approver_id) = p_actor_id;

    if not found then
        raise sqlstate 'BD510'
        using
            message = 'this person has no vote on the request',
            detail = format('user %s, approval request %s', p_actor_id, p_request.id);
    end if;

    return v_vote;
end;
$$;

comment on function public.vote_of is
    'The vote that somebody has on a request, of their own or by delegation; BD510 if none.';
