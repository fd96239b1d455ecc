-- A parent that a cascade has already deleted tells nothing any more, which is why purge_project
-- deletes children first.

create or replace function public.audited_project_id(p_table_name name, p_row jsonb)
returns uuid
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $$
begin
    return case
        when p_table_name = 'projects' then (p_row ->> 'id')::uuid
        when p_table_name = 'session_participants' then (
            select project_id
            from public.collaboration_sessions
            where id = (p_row ->> 'session_id')::uuid
        )
        when p_table_name in ('approval_responses', 'approval_assignments') then (
            select project_id
            from public.approval_requests
            where id = (p_row ->> 'request_id')::uuid
        )
    end;
end;
$$;

comment on function public.audited_project_id is
    'Project of a row that has no column project_id; null if it belongs to none.';
