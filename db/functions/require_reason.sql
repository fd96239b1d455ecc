create or replace function public.require_reason(p_reason text)
returns void
language plpgsql
immutable
set search_path = pg_catalog, pg_temp
as $$
begin
    if p_reason is null or btrim(p_reason) = '' then
        raise sqlstate 'BD518'
        using message = 'this takes a reason';
    end if;
end;
$$;

comment on function public.require_reason is
    'Refuses with BD518 to do something unexplained that others will ask about.';
