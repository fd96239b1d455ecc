-- Serves active_workflow; idx_approval_workflow_active_type has no project in it.

-- migrate:up transaction:false
create index concurrently approval_workflows_project_id_workflow_type_idx on public.approval_workflows (
    project_id,
    workflow_type
);

-- migrate:down transaction:false
drop index concurrently public.approval_workflows_project_id_workflow_type_idx;
