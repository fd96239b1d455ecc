-- Serves approval_requests_of_project and approvals_waiting_for_me.

-- migrate:up transaction:false
create index concurrently approval_requests_project_id_requested_at_idx on public.approval_requests (
    project_id,
    requested_at desc
);

-- migrate:down transaction:false
drop index concurrently public.approval_requests_project_id_requested_at_idx;
