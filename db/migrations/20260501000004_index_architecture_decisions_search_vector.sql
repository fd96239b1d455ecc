-- migrate:up transaction:false
create index concurrently architecture_decisions_search_vector_idx on public.architecture_decisions using gin (
    search_vector
);

-- migrate:down transaction:false
drop index concurrently public.architecture_decisions_search_vector_idx;
