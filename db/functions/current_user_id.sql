-- The application signs a user in and then says, at the start of each transaction,
-- `set local bduf.user_id = '<id>'`. Nothing here proves it: whoever may send free SQL as the
-- application's role may name anybody. After the transaction the setting is an empty text.

create or replace function public.current_user_id()
returns uuid
language sql
stable
parallel safe
security definer
set search_path = pg_catalog, pg_temp
as $$
    select account.id
    from public.users as account
    where
        account.id = nullif(current_setting('bduf.user_id', true), '')::uuid
        and account.is_active;
$$;

comment on function public.current_user_id is
    'User for whom the transaction acts, from bduf.user_id; null for nobody and for the inactive.';

grant execute on function public.current_user_id to bduf_readonly;
