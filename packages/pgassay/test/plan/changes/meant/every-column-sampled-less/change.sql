do $$
begin
    execute format('alter database %I set default_statistics_target = %L', current_database(), '1');
end
$$;

set default_statistics_target = 1;
analyze payment;
