-- Finds the workflows set up by a user when the user is to be deleted.

-- migrate:up transaction:false
create index concurrently approval_workflows_created_by_idx on public.approval_workflows (
    created_by
);

-- migrate:down transaction:false
drop index concurrently public.approval_workflows_created_by_idx;
