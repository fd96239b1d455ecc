-- Approval workflows: seen and changed by the members of the organization that the project belongs
-- to. A workflow that was ever used is retired, not deleted.

alter table public.approval_workflows enable row level security;
alter table public.approval_workflows force row level security;

-- Privileges

revoke all on public.approval_workflows from bduf_readonly, bduf_app, bduf_admin, bduf_job;
grant select on public.approval_workflows to bduf_readonly, bduf_admin, bduf_job;
grant insert, delete on public.approval_workflows to bduf_app, bduf_admin;
grant
    update (
        name,
        description,
        workflow_type,
        is_active,
        is_sequential,
        required_approvals,
        trigger_conditions,
        approval_criteria,
        updated_at
    )
on public.approval_workflows
to bduf_app, bduf_admin;

-- Policies

drop policy if exists approval_workflows_readonly_select on public.approval_workflows;
create policy approval_workflows_readonly_select on public.approval_workflows
for select
to bduf_readonly
using (project_id = any ((select public.current_project_ids())::uuid[]));
comment on policy approval_workflows_readonly_select on public.approval_workflows is
    'Workflows of the projects that one sees.';

drop policy if exists approval_workflows_app_insert on public.approval_workflows;
create policy approval_workflows_app_insert on public.approval_workflows
for insert
to bduf_app
with check (
    project_id = any ((select public.current_project_ids())::uuid[])
    and created_by = (select public.current_user_id())
);
comment on policy approval_workflows_app_insert on public.approval_workflows is
    'Set up in one''s own name, in a visible project.';

drop policy if exists approval_workflows_app_update on public.approval_workflows;
create policy approval_workflows_app_update on public.approval_workflows
for update
to bduf_app
using (project_id = any ((select public.current_project_ids())::uuid[]))
with check (project_id = any ((select public.current_project_ids())::uuid[]));
comment on policy approval_workflows_app_update on public.approval_workflows is
    'Changed by whoever sees it.';

drop policy if exists approval_workflows_app_delete on public.approval_workflows;
create policy approval_workflows_app_delete on public.approval_workflows
for delete
to bduf_app
using (project_id = any ((select public.current_project_ids())::uuid[]));
comment on policy approval_workflows_app_delete on public.approval_workflows is
    'Deleted by whoever sees it; requests that follow it refuse that.';

drop policy if exists approval_workflows_platform_all on public.approval_workflows;
create policy approval_workflows_platform_all on public.approval_workflows
for all
to bduf_owner, bduf_admin, bduf_job
using (true)
with check (true);
comment on policy approval_workflows_platform_all on public.approval_workflows is
    'The owner, staff and jobs reach the rows of everybody; privileges bound what they do.';
