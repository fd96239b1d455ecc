-- Finds the answers of a user when the user is to be deleted.

-- migrate:up transaction:false
create index concurrently approval_responses_approver_id_idx on public.approval_responses (
    approver_id
);

-- migrate:down transaction:false
drop index concurrently public.approval_responses_approver_id_idx;
