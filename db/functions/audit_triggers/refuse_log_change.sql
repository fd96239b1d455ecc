create or replace function public.refuse_log_change()
returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
    raise exception
        using
            errcode = 'BD801',
            message = format('%s refuses to %s: it only grows', tg_table_name, lower(tg_op)),
            hint = 'Record what is to be corrected as a new entry.',
            schema = tg_table_schema,
            table = tg_table_name;
end;
$$;

comment on function public.refuse_log_change is
    'Statement trigger: fails with BD801, for tables whose rows are never changed or removed.';
