create or replace function public.check_related_requirements()
returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_different integer;
    v_known integer;
begin
    select count(distinct given.id), count(distinct requirement.id)
    into v_different, v_known
    from unnest(new.related_requirements) as given (id)
    left join public.requirements as requirement
        on requirement.id = given.id
        and requirement.project_id = new.project_id;

    if v_known < v_different then
        raise exception
        using
            errcode = 'BD303',
            message = format(
                'requirement %s is related to one that is not in project %s',
                new.id,
                new.project_id
            ),
            schema = tg_table_schema,
            table = tg_table_name,
            column = 'related_requirements',
            constraint = 'requirements_related_in_project';
    elsif v_different < cardinality(new.related_requirements) then
        raise exception
        using
            errcode = 'BD304',
            message = format('requirement %s is related to another one twice', new.id),
            schema = tg_table_schema,
            table = tg_table_name,
            column = 'related_requirements',
            constraint = 'requirements_related_once';
    end if;

    return null;
end;
$$;

comment on function public.check_related_requirements is
    'Row trigger after: related requirements are of the same project (BD303), each once (BD304).';
