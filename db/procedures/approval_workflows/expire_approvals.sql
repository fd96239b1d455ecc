-- A job calls this again and again. What somebody is just answering is skipped and comes next time;
-- project and request are locked together and without waiting, so that nobody ever waits for the
-- job in a circle.

create or replace procedure public.expire_approvals(
    p_as_of timestamptz,
    p_limit integer default 1000,
    inout p_expired integer default 0
)
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    c_system_user constant uuid := '00000000-0000-0000-0000-000000000001';
    v_request record;
begin
    if p_as_of is null or p_as_of > clock_timestamp() then
        raise sqlstate 'BD518'
        using
            message = 'a request does not expire before its time',
            detail = format('asked for as of %s', p_as_of);
    end if;

    p_expired := 0;

    for v_request in
        select
            request.id,
            request.project_id
        from public.approval_requests as request
        join public.projects as project on project.id = request.project_id
        where
            request.status in ('pending', 'in_review')
            and request.due_date < p_as_of
        order by request.due_date, request.id
        limit p_limit
        for share of project skip locked
        for no key update of request skip locked
    loop
        update public.approval_requests as request
        set status = 'expired'
        where request.id = v_request.id;

        perform public.record_activity(
            c_system_user,
            v_request.project_id,
            'update',
            'approval.expired',
            'approval_request',
            v_request.id
        );

        p_expired := p_expired + 1;
    end loop;
end;
$$;

comment on procedure public.expire_approvals is
    'Closes up to p_limit requests due before p_as_of, the oldest first; returns how many.';
