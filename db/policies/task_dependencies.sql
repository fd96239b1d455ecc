-- Task dependencies: seen and changed like the tasks that they tie together.

alter table public.task_dependencies enable row level security;
alter table public.task_dependencies force row level security;

-- Privileges

revoke all on public.task_dependencies from bduf_readonly, bduf_app, bduf_admin, bduf_job;
grant select on public.task_dependencies to bduf_readonly, bduf_admin, bduf_job;
grant insert, delete on public.task_dependencies to bduf_app, bduf_admin;
grant update (kind, updated_at)
on public.task_dependencies
to bduf_app, bduf_admin;

-- Policies

drop policy if exists task_dependencies_readonly_select on public.task_dependencies;
create policy task_dependencies_readonly_select on public.task_dependencies
for select
to bduf_readonly
using (project_id = any ((select public.current_project_ids())::uuid[]));
comment on policy task_dependencies_readonly_select on public.task_dependencies is
    'Dependencies in the projects that one sees.';

drop policy if exists task_dependencies_app_insert on public.task_dependencies;
create policy task_dependencies_app_insert on public.task_dependencies
for insert
to bduf_app
with check (
    project_id = any ((select public.current_project_ids())::uuid[])
    and created_by = (select public.current_user_id())
    and public.task_is_in_project(predecessor_id, project_id)
    and public.task_is_in_project(successor_id, project_id)
);
comment on policy task_dependencies_app_insert on public.task_dependencies is
    'Entered in one''s own name, between tasks of a visible project.';

drop policy if exists task_dependencies_app_update on public.task_dependencies;
create policy task_dependencies_app_update on public.task_dependencies
for update
to bduf_app
using (project_id = any ((select public.current_project_ids())::uuid[]))
with check (project_id = any ((select public.current_project_ids())::uuid[]));
comment on policy task_dependencies_app_update on public.task_dependencies is
    'Only the kind changes; another pair of tasks is another dependency.';

drop policy if exists task_dependencies_app_delete on public.task_dependencies;
create policy task_dependencies_app_delete on public.task_dependencies
for delete
to bduf_app
using (project_id = any ((select public.current_project_ids())::uuid[]));
comment on policy task_dependencies_app_delete on public.task_dependencies is
    'Deleted by whoever sees it.';

drop policy if exists task_dependencies_platform_all on public.task_dependencies;
create policy task_dependencies_platform_all on public.task_dependencies
for all
to bduf_owner, bduf_admin, bduf_job
using (true)
with check (true);
comment on policy task_dependencies_platform_all on public.task_dependencies is
    'The owner, staff and jobs reach the rows of everybody; privileges bound what they do.';
