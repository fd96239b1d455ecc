-- Serves login_case_insensitive; two addresses that differ in case only are one person's.

-- migrate:up transaction:false
create unique index concurrently users_email_lower_key on public.users (lower(email));

-- migrate:down transaction:false
drop index concurrently public.users_email_lower_key;
