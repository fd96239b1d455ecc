-- Finds the requests under a workflow, and whether it can be deleted.

-- migrate:up transaction:false
create index concurrently approval_requests_workflow_id_idx on public.approval_requests (
    workflow_id
);

-- migrate:down transaction:false
drop index concurrently public.approval_requests_workflow_id_idx;
