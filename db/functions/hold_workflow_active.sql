create or replace function public.hold_workflow_active(p_workflow_id uuid)
returns public.approval_workflows
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_project_id uuid;
    v_workflow public.approval_workflows;
begin
    select workflow.project_id
    into v_project_id
    from public.approval_workflows as workflow
    where workflow.id = p_workflow_id;

    if not found then
        raise sqlstate 'BD501'
        using
            message = 'there is no such workflow',
            detail = format('workflow %s', p_workflow_id);
    end if;

    perform public.hold_project_open(v_project_id);

    select *
    into v_workflow
    from public.approval_workflows as workflow
    where
        workflow.id = p_workflow_id
        and workflow.is_active
    for share;

    if not found then
        raise sqlstate 'BD509'
        using
            message = 'the workflow is retired',
            detail = format('workflow %s', p_workflow_id);
    end if;

    return v_workflow;
end;
$$;

comment on function public.hold_workflow_active is
    'Keeps a workflow of an open project in force until the transaction ends; BD509 if retired.';
