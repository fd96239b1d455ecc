create or replace function public.require_turn(
    p_request public.approval_requests,
    p_vote public.approval_assignments
)
returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $$
declare
    v_waiting bigint;
begin
    select count(*)
    into v_waiting
    from public.approval_workflows as workflow
    join public.approval_assignments as earlier on earlier.request_id = p_request.id
    where
        workflow.id = p_request.workflow_id
        and workflow.is_sequential
        and earlier.step < p_vote.step
        and earlier.decision is null;

    if v_waiting > 0 then
        raise sqlstate 'BD511'
        using
            message = 'others are asked first',
            detail = format('%s votes of earlier steps are not cast', v_waiting);
    end if;
end;
$$;

comment on function public.require_turn is
    'Refuses with BD511, in a sequential workflow, an answer ahead of those of earlier steps.';
