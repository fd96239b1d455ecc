-- pgTAP compares results in temporary tables, made by whoever is being tested. Outside of tests
-- nobody may make any.
do $$
begin
    execute format('grant temporary on database %I to public', current_database());
end;
$$;
