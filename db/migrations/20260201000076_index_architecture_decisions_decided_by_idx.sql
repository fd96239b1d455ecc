-- Finds the decisions answered for by a user when the user is to be deleted.

-- migrate:up transaction:false
create index concurrently architecture_decisions_decided_by_idx on public.architecture_decisions (
    decided_by
)
where decided_by is not null;

-- migrate:down transaction:false
drop index concurrently public.architecture_decisions_decided_by_idx;
