-- migrate:up transaction:false
create index concurrently users_search_vector_idx on public.users using gin (search_vector);

-- migrate:down transaction:false
drop index concurrently public.users_search_vector_idx;
