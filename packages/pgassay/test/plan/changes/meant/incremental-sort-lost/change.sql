do $$
begin
    execute format('alter database %I set enable_incremental_sort = %L', current_database(), 'off');
end
$$;
