create or replace function public.check_approval_subject()
returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_project_id uuid := public.project_of_subject(new.subject_type, new.subject_id);
begin
    if v_project_id is null then
        raise exception
        using
            errcode = 'BD302',
            message = format('there is no %s %s to approve', new.subject_type, new.subject_id),
            schema = tg_table_schema,
            table = tg_table_name,
            constraint = 'approval_requests_subject_exists';
    elsif v_project_id <> new.project_id then
        raise exception
        using
            errcode = 'BD303',
            message = format(
                '%s %s does not belong to project %s',
                new.subject_type,
                new.subject_id,
                new.project_id
            ),
            schema = tg_table_schema,
            table = tg_table_name,
            constraint = 'approval_requests_subject_in_project';
    end if;

    return null;
end;
$$;

comment on function public.check_approval_subject is
    'Row trigger after: what is to be approved exists (BD302) and is of the same project (BD303).';
