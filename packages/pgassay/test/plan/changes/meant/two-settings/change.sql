do $$
begin
    execute format('alter database %I set enable_hashagg = %L', current_database(), 'off');
end
$$;

do $$
begin
    execute format('alter database %I set enable_hashjoin = %L', current_database(), 'off');
end
$$;
