-- Fires after the guard is taken, so that no edge comes in unseen. A row that is inserted closes a
-- circle only with others of the same statement, which point to it by then: elsewhere nobody can
-- refer to a row that is not there yet.

create or replace function public.refuse_requirement_circle()
returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
    if tg_op = 'INSERT'
        and not exists (
            select from public.requirements as requirement
            where requirement.parent_requirement_id = new.id
        )
    then
        return null;
    end if;

    if exists (
        with recursive above as (
            select new.parent_requirement_id as id
            union
            select requirement.parent_requirement_id
            from above
            inner join public.requirements as requirement on requirement.id = above.id
            where requirement.parent_requirement_id is not null
        )

        select from above
        where above.id = new.id
    ) then
        raise exception
        using
            errcode = 'BD301',
            message = format('requirement %s would refine itself', new.id),
            schema = tg_table_schema,
            table = tg_table_name,
            column = 'parent_requirement_id',
            constraint = 'requirements_no_circle';
    end if;

    return null;
end;
$$;

comment on function public.refuse_requirement_circle is
    'Row trigger after: refuses (BD301) a requirement among its own ancestors.';
