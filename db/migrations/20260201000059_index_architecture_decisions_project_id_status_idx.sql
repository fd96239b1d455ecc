-- Serves decisions_of_project, and finds the decisions of a project to be deleted.

-- migrate:up transaction:false
create index concurrently architecture_decisions_project_id_status_idx on public.architecture_decisions (
    project_id,
    status
);

-- migrate:down transaction:false
drop index concurrently public.architecture_decisions_project_id_status_idx;
