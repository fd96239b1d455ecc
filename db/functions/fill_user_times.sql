create or replace function public.fill_user_times()
returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
    if tg_op = 'UPDATE' then
        if new.password_hash <> old.password_hash
            and new.password_changed_at = old.password_changed_at
        then
            new.password_changed_at := clock_timestamp();
        end if;

        -- Another key is a new one: it was issued now and has not been used.
        if new.api_key_hash is distinct from old.api_key_hash then
            if new.api_key_created_at is not distinct from old.api_key_created_at then
                new.api_key_created_at := null;
            end if;
            if new.api_key_last_used is not distinct from old.api_key_last_used then
                new.api_key_last_used := null;
            end if;
        end if;
    end if;

    if new.api_key_hash is not null and new.api_key_created_at is null then
        new.api_key_created_at := clock_timestamp();
    end if;

    return new;
end;
$$;

comment on function public.fill_user_times is
    'Row trigger: when a password or API key is set, notes the time unless the writer did.';
