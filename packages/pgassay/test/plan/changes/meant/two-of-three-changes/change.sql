drop index sale_customer_id_placed_on_idx;

do $$
begin
    execute format('alter database %I set enable_bitmapscan = %L', current_database(), 'off');
end
$$;

do $$
begin
    execute format('alter database %I set enable_hashagg = %L', current_database(), 'off');
end
$$;
