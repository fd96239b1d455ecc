do $$
begin
    execute format('alter database %I set enable_hashagg = %L', current_database(), 'off');
end
$$;
