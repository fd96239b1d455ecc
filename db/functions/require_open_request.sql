create or replace function public.require_open_request(p_request public.approval_requests)
returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $$
begin
    if p_request.status not in ('pending', 'in_review') then
        raise sqlstate 'BD503'
        using
            message = format('the request is %s and stays so', p_request.status),
            detail = format('approval request %s', p_request.id),
            hint = 'Ask again with a new request.';
    end if;

    if p_request.due_date < clock_timestamp() then
        raise sqlstate 'BD513'
        using
            message = 'the time to decide is over',
            detail = format('approval request %s was due at %s', p_request.id, p_request.due_date),
            hint = 'Ask again with a new request.';
    end if;
end;
$$;

comment on function public.require_open_request is
    'Refuses with BD503 what is decided, cancelled or expired, and with BD513 what is past due.';
