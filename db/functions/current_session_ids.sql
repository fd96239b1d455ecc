create or replace function public.current_session_ids()
returns uuid[]
language sql
stable
parallel safe
security definer
set search_path = pg_catalog, pg_temp
as $$
    select coalesce(array_agg(meeting.id), '{}')
    from public.collaboration_sessions as meeting
    where meeting.project_id = any ((select public.current_project_ids())::uuid[]);
$$;

comment on function public.current_session_ids is
    'Collaboration sessions of the current user''s projects. Reads past the policies.';

grant execute on function public.current_session_ids to bduf_readonly;
