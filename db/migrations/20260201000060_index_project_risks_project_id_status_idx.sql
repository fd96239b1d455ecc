-- Serves risk_matrix and top_open_risks, and finds the risks of a project to be deleted.

-- migrate:up transaction:false
create index concurrently project_risks_project_id_status_idx on public.project_risks (
    project_id,
    status
);

-- migrate:down transaction:false
drop index concurrently public.project_risks_project_id_status_idx;
