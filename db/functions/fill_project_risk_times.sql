create or replace function public.fill_project_risk_times()
returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
    new.mitigated_at := clock_timestamp();
    return new;
end;
$$;

comment on function public.fill_project_risk_times is
    'Row trigger: notes when a risk becomes mitigated.';
