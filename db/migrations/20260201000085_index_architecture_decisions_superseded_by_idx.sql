-- Finds what a decision took the place of, and whether it can be deleted.

-- migrate:up transaction:false
create index concurrently architecture_decisions_superseded_by_idx on public.architecture_decisions (
    superseded_by
)
where superseded_by is not null;

-- migrate:down transaction:false
drop index concurrently public.architecture_decisions_superseded_by_idx;
