-- Projects: seen and changed by the members of their organization, or by the creator of a personal
-- one. They stay in the organization they were started in, and are archived, never deleted. The
-- condition asks for the columns, not for current_project_ids(), which does not know yet the
-- project that an `insert … returning` is about to return.

alter table public.projects enable row level security;
alter table public.projects force row level security;

-- Privileges

revoke all on public.projects from bduf_readonly, bduf_app, bduf_admin, bduf_job;
grant select on public.projects to bduf_readonly, bduf_admin, bduf_job;
grant insert on public.projects to bduf_app, bduf_admin;
grant
    update (
        name,
        description,
        status,
        complexity,
        priority,
        updated_at,
        start_date,
        target_end_date,
        actual_end_date,
        budget_allocated,
        budget_used,
        settings,
        metadata,
        archived_at
    )
on public.projects
to bduf_app, bduf_admin;
-- What jobs may lock: a lock for share takes the right to update some column.
grant update (updated_at) on public.projects to bduf_job;

-- Policies

drop policy if exists projects_readonly_select on public.projects;
create policy projects_readonly_select on public.projects
for select
to bduf_readonly
using (
    organization_id = any ((select public.current_organization_ids())::uuid[])
    or (organization_id is null and created_by = (select public.current_user_id()))
);
comment on policy projects_readonly_select on public.projects is
    'Projects of one''s organizations, and one''s personal ones.';

drop policy if exists projects_app_insert on public.projects;
create policy projects_app_insert on public.projects
for insert
to bduf_app
with check (
    created_by = (select public.current_user_id())
    and (
        organization_id is null
        or organization_id = any ((select public.current_organization_ids())::uuid[])
    )
);
comment on policy projects_app_insert on public.projects is
    'Started in one''s own name, within an organization of one''s own or in none.';

drop policy if exists projects_app_update on public.projects;
create policy projects_app_update on public.projects
for update
to bduf_app
using (id = any ((select public.current_project_ids())::uuid[]))
with check (id = any ((select public.current_project_ids())::uuid[]));
comment on policy projects_app_update on public.projects is
    'Members change the projects that they see.';

drop policy if exists projects_platform_all on public.projects;
create policy projects_platform_all on public.projects
for all
to bduf_owner, bduf_admin, bduf_job
using (true)
with check (true);
comment on policy projects_platform_all on public.projects is
    'The owner, staff and jobs reach the rows of everybody; privileges bound what they do.';
