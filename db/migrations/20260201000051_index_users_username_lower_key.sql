-- Two handles that differ in case only would be taken for each other.

-- migrate:up transaction:false
create unique index concurrently users_username_lower_key on public.users (lower(username));

-- migrate:down transaction:false
drop index concurrently public.users_username_lower_key;
