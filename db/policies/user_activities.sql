-- User activities: seen by the members of the organization that the project belongs to; an act
-- outside any project by whoever acted. Entries are added in one's own name and stay; jobs remove
-- old ones.

alter table public.user_activities enable row level security;
alter table public.user_activities force row level security;

-- Privileges

revoke all on public.user_activities from bduf_readonly, bduf_app, bduf_admin, bduf_job;
grant select on public.user_activities to bduf_readonly, bduf_admin, bduf_job;
grant insert on public.user_activities to bduf_app, bduf_admin;
grant insert, delete on public.user_activities to bduf_job;

-- Policies

drop policy if exists user_activities_readonly_select on public.user_activities;
create policy user_activities_readonly_select on public.user_activities
for select
to bduf_readonly
using (
    project_id = any ((select public.current_project_ids())::uuid[])
    or (project_id is null and user_id = (select public.current_user_id()))
);
comment on policy user_activities_readonly_select on public.user_activities is
    'Acts in the projects that one sees, and one''s own outside any project.';

drop policy if exists user_activities_app_insert on public.user_activities;
create policy user_activities_app_insert on public.user_activities
for insert
to bduf_app
with check (
    user_id = (select public.current_user_id())
    and (project_id is null or project_id = any ((select public.current_project_ids())::uuid[]))
);
comment on policy user_activities_app_insert on public.user_activities is
    'One''s own acts, in visible projects or in none.';

drop policy if exists user_activities_platform_all on public.user_activities;
create policy user_activities_platform_all on public.user_activities
for all
to bduf_owner, bduf_admin, bduf_job
using (true)
with check (true);
comment on policy user_activities_platform_all on public.user_activities is
    'The owner, staff and jobs reach the rows of everybody; privileges bound what they do.';
