do $$
begin
    execute format('alter database %I set enable_memoize = %L', current_database(), 'off');
end
$$;
