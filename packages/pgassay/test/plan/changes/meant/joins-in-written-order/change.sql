do $$
begin
    execute format('alter database %I set join_collapse_limit = %L', current_database(), '1');
end
$$;
