do $$
begin
    execute format('alter database %I set enable_bitmapscan = %L', current_database(), 'off');
end
$$;
