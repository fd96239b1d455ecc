-- The unique index takes the name that the specification gives: same column, same condition.

-- migrate:up

drop index public.idx_users_api_key_hash;
alter index public.users_api_key_hash_unique_idx rename to idx_users_api_key_hash;
comment on index public.idx_users_api_key_hash is
    'Serves api_key_lookup, and keeps a key from two users; most have none and are not in it.';

-- migrate:down

comment on index public.idx_users_api_key_hash is null;
alter index public.idx_users_api_key_hash rename to users_api_key_hash_unique_idx;
create index idx_users_api_key_hash on public.users (api_key_hash)
where api_key_hash is not null;
comment on index public.idx_users_api_key_hash is
    'Serves api_key_lookup; most users have no key and are not in it.';
