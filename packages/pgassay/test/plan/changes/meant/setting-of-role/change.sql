do $$
begin
    execute format('alter role %I in database %I set enable_hashagg = off', current_user, current_database());
end
$$;
