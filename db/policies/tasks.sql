-- Tasks: seen and changed by the members of the organization that the project belongs to. A task
-- stays in its project; it hangs below and is given to what its writer can see.

alter table public.tasks enable row level security;
alter table public.tasks force row level security;

-- Privileges

revoke all on public.tasks from bduf_readonly, bduf_app, bduf_admin, bduf_job;
grant select on public.tasks to bduf_readonly, bduf_admin, bduf_job;
grant insert, delete on public.tasks to bduf_app, bduf_admin;
grant
    update (
        parent_task_id,
        title,
        description,
        status,
        priority,
        complexity,
        assigned_to,
        assigned_at,
        assigned_by,
        estimated_hours,
        actual_hours,
        started_at,
        completed_at,
        sequence_order,
        is_milestone,
        is_critical_path,
        updated_at,
        custom_fields,
        attachments,
        tags,
        due_date
    )
on public.tasks
to bduf_app, bduf_admin;

-- Policies

drop policy if exists tasks_readonly_select on public.tasks;
create policy tasks_readonly_select on public.tasks
for select
to bduf_readonly
using (project_id = any ((select public.current_project_ids())::uuid[]));
comment on policy tasks_readonly_select on public.tasks is 'Tasks of the projects that one sees.';

drop policy if exists tasks_app_insert on public.tasks;
create policy tasks_app_insert on public.tasks
for insert
to bduf_app
with check (
    project_id = any ((select public.current_project_ids())::uuid[])
    and created_by = (select public.current_user_id())
    and (assigned_to is null or assigned_to = any ((select public.current_colleague_ids())::uuid[]))
    and (assigned_by is null or assigned_by = any ((select public.current_colleague_ids())::uuid[]))
    and (parent_task_id is null or public.task_is_in_project(parent_task_id, project_id))
);
comment on policy tasks_app_insert on public.tasks is
    'Entered in one''s own name, in a visible project, for a colleague.';

drop policy if exists tasks_app_update on public.tasks;
create policy tasks_app_update on public.tasks
for update
to bduf_app
using (project_id = any ((select public.current_project_ids())::uuid[]))
with check (
    project_id = any ((select public.current_project_ids())::uuid[])
    and (assigned_to is null or assigned_to = any ((select public.current_colleague_ids())::uuid[]))
    and (assigned_by is null or assigned_by = any ((select public.current_colleague_ids())::uuid[]))
    and (parent_task_id is null or public.task_is_in_project(parent_task_id, project_id))
);
comment on policy tasks_app_update on public.tasks is
    'Changed by whoever sees it; people and tasks that it names must be visible.';

drop policy if exists tasks_app_delete on public.tasks;
create policy tasks_app_delete on public.tasks
for delete
to bduf_app
using (project_id = any ((select public.current_project_ids())::uuid[]));
comment on policy tasks_app_delete on public.tasks is
    'Deleted, with all sub-tasks, by whoever sees it.';

drop policy if exists tasks_platform_all on public.tasks;
create policy tasks_platform_all on public.tasks
for all
to bduf_owner, bduf_admin, bduf_job
using (true)
with check (true);
comment on policy tasks_platform_all on public.tasks is
    'The owner, staff and jobs reach the rows of everybody; privileges bound what they do.';
