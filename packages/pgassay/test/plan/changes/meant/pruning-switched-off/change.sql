do $$
begin
    execute format('alter database %I set enable_partition_pruning = %L', current_database(), 'off');
end
$$;
