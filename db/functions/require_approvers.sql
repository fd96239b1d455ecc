create or replace function public.require_approvers(
    p_workflow public.approval_workflows,
    p_approver_ids uuid[],
    p_requester_id uuid
)
returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $$
declare
    v_approvers bigint := (
        select count(distinct approver.id)
        from unnest(p_approver_ids) as approver (id)
    );
begin
    if v_approvers < greatest(p_workflow.required_approvals, 1) then
        raise sqlstate 'BD514'
        using
            message = format(
                '%s different approvers cannot give %s approvals',
                v_approvers,
                p_workflow.required_approvals
            ),
            detail = format('workflow %s', p_workflow.id);
    end if;

    if v_approvers < cardinality(p_approver_ids) then
        raise sqlstate 'BD518'
        using message = 'an approver is missing or named twice';
    end if;

    if p_requester_id = any (p_approver_ids) then
        raise sqlstate 'BD512'
        using
            message = 'nobody approves their own request',
            detail = format('user %s', p_requester_id);
    end if;

    perform public.require_eligible(approver.id, p_workflow.project_id, 'approval.decide')
    from unnest(p_approver_ids) as approver (id);
end;
$$;

comment on function public.require_approvers is
    'Refuses approvers who are too few, named twice, the requester, or not entitled to decide.';
