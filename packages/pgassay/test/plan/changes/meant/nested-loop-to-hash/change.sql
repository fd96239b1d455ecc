do $$
begin
    execute format('alter database %I set enable_nestloop = %L', current_database(), 'off');
end
$$;
