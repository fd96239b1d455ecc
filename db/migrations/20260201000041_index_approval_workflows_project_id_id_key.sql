-- The key that rules of the form "in the same project" refer to.

-- migrate:up transaction:false
create unique index concurrently approval_workflows_project_id_id_key on public.approval_workflows (
    project_id,
    id
);

-- migrate:down transaction:false
drop index concurrently public.approval_workflows_project_id_id_key;
