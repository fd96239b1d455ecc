create or replace function public.require_same_request(
    p_request_id uuid,
    p_workflow_id uuid,
    p_subject_id uuid,
    p_actor_id uuid
)
returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $$
begin
    if not exists (
        select
        from public.approval_requests as request
        where
            request.id = p_request_id
            and request.workflow_id = p_workflow_id
            and request.subject_id = p_subject_id
            and request.requested_by = p_actor_id
    ) then
        raise sqlstate 'BD505'
        using
            message = 'the id belongs to another request',
            detail = format('approval request %s', p_request_id);
    end if;
end;
$$;

comment on function public.require_same_request is
    'Refuses with BD505 an id that is in use for another request than the one asked for.';
