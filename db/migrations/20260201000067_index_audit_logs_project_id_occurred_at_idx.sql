-- Serves audit_of_project, newest first.

-- migrate:up transaction:false
create index concurrently audit_logs_project_id_occurred_at_idx on public.audit_logs (
    project_id,
    occurred_at desc
)
where project_id is not null;

-- migrate:down transaction:false
drop index concurrently public.audit_logs_project_id_occurred_at_idx;
