-- The last use is noted to the minute: a request a millisecond would otherwise rewrite the row at
-- each, and the requests of one key would wait for each other.

create or replace function public.sign_in_with_api_key(p_api_key_hash text)
returns uuid
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    v_user_id uuid;
    v_last_used timestamptz;
begin
    select account.id, account.api_key_last_used
    into v_user_id, v_last_used
    from public.users as account
    where account.api_key_hash = p_api_key_hash and account.is_active;

    if v_last_used is null or v_last_used < clock_timestamp() - interval '1 minute' then
        update public.users as account
        set api_key_last_used = clock_timestamp()
        where account.id = v_user_id;
    end if;

    return v_user_id;
end;
$$;

comment on function public.sign_in_with_api_key is
    'The user whose API key has this hash, else null. Notes when the key was last used.';

grant execute on function public.sign_in_with_api_key to bduf_app;
