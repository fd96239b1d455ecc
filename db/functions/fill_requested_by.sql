create or replace function public.fill_requested_by()
returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
    select request.requested_by
    into new.requested_by
    from public.approval_requests as request
    where request.id = new.request_id;

    -- Without this, a request that is not there would be reported as a missing requested_by.
    if new.request_id is not null and not found then
        raise foreign_key_violation
        using
            message = format('there is no approval request %s', new.request_id),
            schema = tg_table_schema,
            table = tg_table_name,
            constraint = tg_table_name || '_request_id_fkey';
    end if;

    return new;
end;
$$;

comment on function public.fill_requested_by is
    'Row trigger: copies the requester of request_id into requested_by, whatever was given.';
