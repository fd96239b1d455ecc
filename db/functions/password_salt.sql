-- A hash in PHC form is $algorithm$parameters$salt$digest. The application hashes the password
-- that was typed in with what comes before the digest and hands the result to sign_in: the digest
-- itself never leaves the database, so that nobody who can run SQL as the application can collect
-- hashes.

create or replace function public.password_salt(p_email text)
returns text
language sql
stable
security definer
set search_path = pg_catalog, pg_temp
as $$
    select regexp_replace(account.password_hash, '[$][^$]*$', '')
    from public.users as account
    where lower(account.email) = lower(p_email) and account.is_active;
$$;

comment on function public.password_salt is
    'Algorithm, parameters and salt to hash a typed password with; null if nobody can sign in so.';

grant execute on function public.password_salt to bduf_app;
