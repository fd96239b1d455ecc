create or replace function public.is_time_zone(p_name text)
returns boolean
language plpgsql
immutable
parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    return (timestamptz '2000-01-01 00:00:00+00' at time zone p_name) is not null;
exception
    when invalid_parameter_value then
        return false;
end;
$$;

comment on function public.is_time_zone is
    'Whether the server can show times in a zone of this name; null for null.';
