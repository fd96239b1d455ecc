create or replace function public.current_approval_request_ids()
returns uuid[]
language sql
stable
parallel safe
security definer
set search_path = pg_catalog, pg_temp
as $$
    select coalesce(array_agg(request.id), '{}')
    from public.approval_requests as request
    where request.project_id = any ((select public.current_project_ids())::uuid[]);
$$;

comment on function public.current_approval_request_ids is
    'Approval requests of the current user''s projects. Reads past the policies.';

grant execute on function public.current_approval_request_ids to bduf_readonly;
