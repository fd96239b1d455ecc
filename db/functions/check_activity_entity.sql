create or replace function public.check_activity_entity()
returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_project_id uuid;
    v_exists boolean;
begin
    if new.entity_type = 'user' then
        v_exists := exists (select from public.users as person where person.id = new.entity_id);
    elsif new.entity_type = 'organization' then
        v_exists := exists (
            select from public.organizations as organization
            where organization.id = new.entity_id
        );
    else
        v_project_id := public.project_of_subject(new.entity_type, new.entity_id);
        v_exists := v_project_id is not null;
    end if;

    if not v_exists then
        raise exception
        using
            errcode = 'BD302',
            message = format('there is no %s %s to act upon', new.entity_type, new.entity_id),
            schema = tg_table_schema,
            table = tg_table_name,
            constraint = 'user_activities_entity_exists';
    elsif v_project_id is not null and v_project_id is distinct from new.project_id then
        raise exception
        using
            errcode = 'BD303',
            message = format(
                '%s %s belongs to project %s',
                new.entity_type,
                new.entity_id,
                v_project_id
            ),
            schema = tg_table_schema,
            table = tg_table_name,
            constraint = 'user_activities_entity_in_project';
    end if;

    return null;
end;
$$;

comment on function public.check_activity_entity is
    'Row trigger after: what was acted upon exists (BD302) and is of the same project (BD303).';
