-- Fires after the guard is taken, so that no edge comes in unseen. A row that is inserted closes a
-- circle only with others of the same statement, which point to it by then: elsewhere nobody can
-- refer to a row that is not there yet.

create or replace function public.refuse_architecture_decision_circle()
returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
    if tg_op = 'INSERT'
        and not exists (
            select from public.architecture_decisions as decision
            where decision.superseded_by = new.id
        )
    then
        return null;
    end if;

    if exists (
        with recursive above as (
            select new.superseded_by as id
            union
            select decision.superseded_by
            from above
            inner join public.architecture_decisions as decision on decision.id = above.id
            where decision.superseded_by is not null
        )

        select from above
        where above.id = new.id
    ) then
        raise exception
        using
            errcode = 'BD301',
            message = format('architecture decision %s would supersede itself', new.id),
            schema = tg_table_schema,
            table = tg_table_name,
            column = 'superseded_by',
            constraint = 'architecture_decisions_no_circle';
    end if;

    return null;
end;
$$;

comment on function public.refuse_architecture_decision_circle is
    'Row trigger after: refuses (BD301) a decision among its own successors.';
