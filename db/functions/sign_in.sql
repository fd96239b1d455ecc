-- One statement, so that guesses made at the same time wait for each other at the row and all
-- count: each sees the failures and the lock that the one before it left. A failure is no error,
-- for an error would roll its own record back.

create or replace function public.sign_in(p_email text, p_password_hash text)
returns uuid
language sql
volatile
security definer
set search_path = pg_catalog, pg_temp
as $$
    update public.users as account
    set
        failed_login_attempts = case
            when account.password_hash = p_password_hash then 0
            else account.failed_login_attempts + 1
        end,
        locked_until = case
            when account.password_hash = p_password_hash then null
            when account.failed_login_attempts + 1 >= 5 then clock_timestamp(

            ) + interval '15 minutes'
            else account.locked_until
        end,
        last_login_at = case
            when account.password_hash = p_password_hash then clock_timestamp()
            else account.last_login_at
        end
    where
        lower(account.email) = lower(p_email)
        and account.is_active
        and (account.locked_until is null or account.locked_until <= clock_timestamp())
    returning
        case
            when account.password_hash = p_password_hash then account.id
        end;
$$;

comment on function public.sign_in is
    'The user with this address and hash, else null. Five failures lock for 15 minutes each time.';

grant execute on function public.sign_in to bduf_app;
