-- Finds the decisions proposed by a user when the user is to be deleted.

-- migrate:up transaction:false
create index concurrently architecture_decisions_created_by_idx on public.architecture_decisions (
    created_by
);

-- migrate:down transaction:false
drop index concurrently public.architecture_decisions_created_by_idx;
