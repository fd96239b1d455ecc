create or replace function public.register_user(
    p_email text,
    p_username text,
    p_password_hash text,
    p_display_name text default null
)
returns uuid
language sql
volatile
security definer
set search_path = pg_catalog, pg_temp
as $$
    insert into public.users (id, email, username, password_hash, display_name)
    values (uuidv7(), p_email, p_username, p_password_hash, p_display_name)
    returning id;
$$;

comment on function public.register_user is
    'Opens an account with the least rights, in no organization and with an unverified address.';

grant execute on function public.register_user to bduf_app;
