create or replace function public.change_password(p_old_hash text, p_new_hash text)
returns boolean
language sql
volatile
security definer
set search_path = pg_catalog, pg_temp
as $$
    with
        changed as (
            update public.users as account
            set
                password_hash = p_new_hash,
                password_changed_at = clock_timestamp()
            where account.id = public.current_user_id() and account.password_hash = p_old_hash
            returning account.id
        )
    select exists (select from changed);
$$;

comment on function public.change_password is
    'Gives the current user a new password; false, and nothing done, if the old hash is wrong.';

grant execute on function public.change_password to bduf_app;
