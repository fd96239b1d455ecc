-- What the versions of one requirement have in common. Nothing told the first from a later one of
-- the rows that exist, so each of them starts a lineage of its own.

-- migrate:up

alter table public.requirements
add column lineage_id uuid,
add constraint requirements_project_id_id_key unique using index requirements_project_id_id_key;
comment on column public.requirements.lineage_id is
    'Id of the first version, the same in all versions of one requirement; by default the own id.';
comment on constraint requirements_project_id_id_key on public.requirements is
    'Lets other rows refer to a requirement together with its project, and so stay within it.';

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

create trigger _300_fill_lineage
before insert on public.requirements
for each row
when (new.lineage_id is null)
execute function public.fill_requirement_lineage();
comment on trigger _300_fill_lineage on public.requirements is
    'Starts a lineage with a requirement that names none.';

-- Nobody edited these rows: their updated_at stays.
alter table public.requirements disable trigger _100_set_updated_at;

update public.requirements
set lineage_id = id
where lineage_id is null;

alter table public.requirements enable trigger _100_set_updated_at;

alter table public.requirements alter column lineage_id set not null;

-- migrate:down

drop trigger _300_fill_lineage on public.requirements;
drop function public.fill_requirement_lineage();

alter table public.requirements
drop constraint requirements_project_id_id_key,
drop column lineage_id;
-- Dropping the constraint dropped the index that an earlier migration made.
create unique index requirements_project_id_id_key on public.requirements (project_id, id);
