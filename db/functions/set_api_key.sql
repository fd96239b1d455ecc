create or replace function public.set_api_key(p_api_key_hash text)
returns void
language sql
volatile
security definer
set search_path = pg_catalog, pg_temp
as $$
    update public.users as account
    set
        api_key_hash = p_api_key_hash,
        api_key_created_at = case
            when p_api_key_hash is not null then clock_timestamp()
        end,
        api_key_last_used = null
    where account.id = public.current_user_id();
$$;

comment on function public.set_api_key is
    'Replaces the API key of the current user; null takes it back.';

grant execute on function public.set_api_key to bduf_app;
