-- Audit log: seen by the members of the organization concerned, or of a personal project by its
-- creator. Triggers write it as the owner; nobody else adds, changes or removes entries. Events of
-- the platform, which concern no organization and no project, are for staff.

alter table public.audit_logs enable row level security;
alter table public.audit_logs force row level security;

-- Privileges

revoke all on public.audit_logs from bduf_readonly, bduf_app, bduf_admin, bduf_job;
grant select on public.audit_logs to bduf_readonly, bduf_admin, bduf_job;

-- Policies

drop policy if exists audit_logs_readonly_select on public.audit_logs;
create policy audit_logs_readonly_select on public.audit_logs
for select
to bduf_readonly
using (
    organization_id = any ((select public.current_organization_ids())::uuid[])
    or (
        organization_id is null
        and project_id = any ((select public.current_project_ids())::uuid[])
    )
);
comment on policy audit_logs_readonly_select on public.audit_logs is
    'Events in one''s organizations and personal projects.';

drop policy if exists audit_logs_platform_all on public.audit_logs;
create policy audit_logs_platform_all on public.audit_logs
for all
to bduf_owner, bduf_admin, bduf_job
using (true)
with check (true);
comment on policy audit_logs_platform_all on public.audit_logs is
    'The owner, staff and jobs reach the rows of everybody; privileges bound what they do.';
