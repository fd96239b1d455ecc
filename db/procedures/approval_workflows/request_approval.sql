-- The caller may supply the id of the request, best a uuidv7(): then a call that is repeated, for
-- its answer was lost, finds its own request and opens no second one.

create or replace procedure public.request_approval(
    p_workflow_id uuid,
    p_title text,
    p_description text,
    p_request_type public.approval_request_type_enum,
    p_subject_type text,
    p_subject_id uuid,
    p_approver_ids uuid[],
    p_actor_id uuid,
    p_due_date timestamptz default null,
    inout p_request_id uuid default null
)
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_workflow public.approval_workflows;
begin
    v_workflow := public.hold_workflow_active(p_workflow_id);
    perform public.require_permission(p_actor_id, v_workflow.project_id, 'approval.request');
    perform public.require_approvers(v_workflow, p_approver_ids, p_actor_id);

    p_request_id := coalesce(p_request_id, uuidv7());

    insert into public.approval_requests
        (
            id,
            workflow_id,
            project_id,
            title,
            description,
            request_type,
            subject_type,
            subject_id,
            due_date,
            requested_by
        )
    values
        (
            p_request_id,
            p_workflow_id,
            v_workflow.project_id,
            p_title,
            p_description,
            p_request_type,
            p_subject_type,
            p_subject_id,
            p_due_date,
            p_actor_id
        )
    on conflict (id) do nothing;

    if not found then
        perform public.require_same_request(p_request_id, p_workflow_id, p_subject_id, p_actor_id);
        return;
    end if;

    -- Approvers of a sequential workflow are asked in the order in which they are given.
    insert into public.approval_assignments (id, request_id, approver_id, step)
    select
        uuidv7(),
        p_request_id,
        approver.id,
        case when v_workflow.is_sequential then approver.place else 1 end
    from unnest(p_approver_ids) with ordinality as approver (id, place);

    perform public.record_activity(
        p_actor_id,
        v_workflow.project_id,
        'create',
        'approval.requested',
        'approval_request',
        p_request_id,
        jsonb_build_object('approvers', p_approver_ids)
    );
end;
$$;

comment on procedure public.request_approval is
    'Asks named people for an approval; repeated with the same id, it changes nothing.';
