-- A key belongs to one user. The index is built beside the one of the specification, which serves
-- meanwhile, and takes its name in the next migration.

-- migrate:up transaction:false
create unique index concurrently users_api_key_hash_unique_idx on public.users (api_key_hash)
where api_key_hash is not null;

-- migrate:down transaction:false
drop index concurrently public.users_api_key_hash_unique_idx;
