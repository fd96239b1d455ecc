create or replace function public.hold_project_open(p_project_id uuid)
returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_status public.project_status_enum := (public.share_project(p_project_id)).status;
begin
    if v_status in ('on_hold', 'completed', 'cancelled') then
        raise sqlstate 'BD506'
        using
            message = format('the project is %s', v_status),
            detail = format('project %s', p_project_id),
            hint = 'Work goes on only in a project that is neither suspended nor ended.';
    end if;
end;
$$;

comment on function public.hold_project_open is
    'Keeps a project from being closed until the transaction ends; BD506 if it is not open.';
