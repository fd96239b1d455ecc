-- migrate:up transaction:false
create index concurrently requirements_search_vector_idx on public.requirements using gin (
    search_vector
);

-- migrate:down transaction:false
drop index concurrently public.requirements_search_vector_idx;
