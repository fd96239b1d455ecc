create or replace function public.lock_approval_request(p_request_id uuid)
returns public.approval_requests
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    v_project_id uuid;
    v_request public.approval_requests;
begin
    select request.project_id
    into v_project_id
    from public.approval_requests as request
    where request.id = p_request_id;

    if not found then
        raise sqlstate 'BD501'
        using
            message = 'there is no such approval request',
            detail = format('approval request %s', p_request_id);
    end if;

    perform public.share_project(v_project_id);

    select *
    into v_request
    from public.approval_requests as request
    where request.id = p_request_id
    for no key update;

    return v_request;
end;
$$;

comment on function public.lock_approval_request is
    'Locks an approval request and returns it as it is now; who votes on it waits for each other.';
