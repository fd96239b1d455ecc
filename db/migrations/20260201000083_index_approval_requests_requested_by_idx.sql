-- Finds the requests of a user when the user is to be deleted.

-- migrate:up transaction:false
create index concurrently approval_requests_requested_by_idx
on public.approval_requests (requested_by);

-- migrate:down transaction:false
drop index concurrently public.approval_requests_requested_by_idx;
