-- The key by which answers and assignments know who asked: nobody approves their own request. The
-- requester comes first, so that the key also finds the requests of a user who is to be deleted.

-- migrate:up transaction:false
create unique index concurrently approval_requests_requested_by_id_key on public.approval_requests (
    requested_by,
    id
);

-- migrate:down transaction:false
drop index concurrently public.approval_requests_requested_by_id_key;
