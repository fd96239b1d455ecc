create or replace function public.fill_requirement_lineage()
returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
    new.lineage_id := new.id;
    return new;
end;
$$;

comment on function public.fill_requirement_lineage is
    'Row trigger before insert: a requirement without a lineage is the first version of a new one.';
