create or replace function public.guard_status_transition()
returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
    if not exists (
        select
        from public.status_transitions as legal
        where
            legal.subject = tg_table_name
            and legal.from_status = old.status::text
            and legal.to_status = new.status::text
    ) then
        raise sqlstate 'BD503'
        using
            message = format('%s does not follow %s', new.status, old.status),
            detail = format('row %s of %s is %s', old.id, tg_table_name, old.status),
            hint = 'The view public.status_transitions lists the legal steps.',
            schema = tg_table_schema,
            table = tg_table_name,
            column = 'status';
    end if;

    return new;
end;
$$;

comment on function public.guard_status_transition is
    'Row trigger before update: refuses with BD503 a step that status_transitions does not list.';
