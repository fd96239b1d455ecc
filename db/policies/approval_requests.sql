-- Approval requests: seen and moved on by the members of the organization that the project belongs
-- to. What is asked for, and by whom, stays; a request is cancelled, not deleted. Jobs let
-- requests expire.

alter table public.approval_requests enable row level security;
alter table public.approval_requests force row level security;

-- Privileges

revoke all on public.approval_requests from bduf_readonly, bduf_app, bduf_admin, bduf_job;
grant select on public.approval_requests to bduf_readonly, bduf_admin, bduf_job;
grant insert on public.approval_requests to bduf_app, bduf_admin;
grant
    update (
        title,
        description,
        status,
        due_date,
        completed_at,
        final_decision,
        decision_notes,
        context_data
    )
on public.approval_requests
to bduf_app, bduf_admin;
grant update (status, completed_at) on public.approval_requests to bduf_job;

-- Policies

drop policy if exists approval_requests_readonly_select on public.approval_requests;
create policy approval_requests_readonly_select on public.approval_requests
for select
to bduf_readonly
using (project_id = any ((select public.current_project_ids())::uuid[]));
comment on policy approval_requests_readonly_select on public.approval_requests is
    'Requests of the projects that one sees.';

drop policy if exists approval_requests_app_insert on public.approval_requests;
create policy approval_requests_app_insert on public.approval_requests
for insert
to bduf_app
with check (
    project_id = any ((select public.current_project_ids())::uuid[])
    and requested_by = (select public.current_user_id())
    and workflow_id in (
        select workflow.id
        from public.approval_workflows as workflow
        where workflow.project_id = approval_requests.project_id
    )
);
comment on policy approval_requests_app_insert on public.approval_requests is
    'Asked in one''s own name, under a workflow of the same visible project.';

drop policy if exists approval_requests_app_update on public.approval_requests;
create policy approval_requests_app_update on public.approval_requests
for update
to bduf_app
using (project_id = any ((select public.current_project_ids())::uuid[]))
with check (project_id = any ((select public.current_project_ids())::uuid[]));
comment on policy approval_requests_app_update on public.approval_requests is
    'Moved on by whoever sees it.';

drop policy if exists approval_requests_platform_all on public.approval_requests;
create policy approval_requests_platform_all on public.approval_requests
for all
to bduf_owner, bduf_admin, bduf_job
using (true)
with check (true);
comment on policy approval_requests_platform_all on public.approval_requests is
    'The owner, staff and jobs reach the rows of everybody; privileges bound what they do.';
