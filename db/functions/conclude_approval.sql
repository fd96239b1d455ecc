-- One rejection rejects. As many approvals as the workflow wants approve, with conditions if any of
-- them has some. Short of that the request is in review.

create or replace function public.conclude_approval(p_request public.approval_requests)
returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_rejections bigint;
    v_conditional bigint;
    v_approvals bigint;
    v_required integer := (
        select workflow.required_approvals
        from public.approval_workflows as workflow
        where workflow.id = p_request.workflow_id
    );
    v_decision public.approval_decision_enum;
begin
    select
        count(*) filter (where vote.decision = 'reject'),
        count(*) filter (where vote.decision = 'approve_with_conditions'),
        count(*) filter (where vote.decision in ('approve', 'approve_with_conditions'))
    into
        v_rejections,
        v_conditional,
        v_approvals
    from public.approval_assignments as vote
    where vote.request_id = p_request.id;

    v_decision := case
        when v_rejections > 0 then 'reject'
        when v_approvals < v_required then null
        when v_conditional > 0 then 'approve_with_conditions'
        else 'approve'
    end;

    if v_decision is not null then
        update public.approval_requests as request
        set
            status = case v_decision
                when 'reject' then 'rejected'
                else 'approved'
            end::public.approval_status_enum,
            final_decision = v_decision
        where request.id = p_request.id;
    elsif p_request.status = 'pending' then
        update public.approval_requests as request
        set status = 'in_review'
        where request.id = p_request.id;
    end if;
end;
$$;

comment on function public.conclude_approval is
    'Decides a locked request if the votes that are cast decide it.';
