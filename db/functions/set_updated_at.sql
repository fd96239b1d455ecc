-- Reads the clock, not the start of the transaction: a transaction that waited for a row would
-- otherwise stamp it with a time before the change it waited for.

create or replace function public.set_updated_at()
returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
    new.updated_at := clock_timestamp();
    return new;
end;
$$;

comment on function public.set_updated_at is
    'Row trigger before update: sets updated_at to the moment of the change, whatever was given.';
