-- The key by which answers and assignments know who asked: nobody approves their own request.

-- migrate:up transaction:false
create unique index concurrently approval_requests_id_requested_by_key
on public.approval_requests (id, requested_by);

-- migrate:down transaction:false
drop index concurrently public.approval_requests_id_requested_by_key;
