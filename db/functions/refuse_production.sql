-- A database says what it is by a setting of its own:
-- alter database bduf set bduf.environment = 'production'.

create or replace function public.refuse_production()
returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $$
begin
    if current_setting('bduf.environment', true) = 'production' then
        raise sqlstate 'BD517'
        using
            message = 'this is not for a production database',
            detail = format('bduf.environment of database %s is production', current_database()),
            hint = 'Seeds are sample data for development and testing.';
    end if;
end;
$$;

comment on function public.refuse_production is
    'Raises BD517 in a database whose setting bduf.environment is production; seeds call it first.';
