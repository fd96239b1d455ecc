-- Open requests are few among all that a project ever had, and a person's list asks for these.

-- migrate:up transaction:false
create index concurrently approval_requests_project_id_due_date_idx on public.approval_requests (
    project_id,
    due_date
)
where status = 'pending';

-- migrate:down transaction:false
drop index concurrently public.approval_requests_project_id_due_date_idx;
