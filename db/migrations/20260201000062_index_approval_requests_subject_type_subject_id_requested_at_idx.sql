-- Serves approvals_of_subject, newest first.

-- migrate:up transaction:false
create index concurrently approval_requests_subject_type_subject_id_requested_at_idx on public.approval_requests (
    subject_type,
    subject_id,
    requested_at desc
);

-- migrate:down transaction:false
drop index concurrently public.approval_requests_subject_type_subject_id_requested_at_idx;
