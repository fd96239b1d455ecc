-- Requirements: seen and changed by the members of the organization that the project belongs to. A
-- requirement stays in its project and in its lineage.

alter table public.requirements enable row level security;
alter table public.requirements force row level security;

-- Privileges

revoke all on public.requirements from bduf_readonly, bduf_app, bduf_admin, bduf_job;
grant select on public.requirements to bduf_readonly, bduf_admin, bduf_job;
grant insert, delete on public.requirements to bduf_app, bduf_admin;
grant
    update (
        parent_requirement_id,
        title,
        description,
        type,
        priority,
        status,
        category,
        source,
        stakeholder_id,
        complexity_score,
        effort_estimate_hours,
        risk_level,
        acceptance_criteria,
        test_cases,
        related_requirements,
        version,
        is_current_version,
        updated_at,
        custom_attributes,
        attachments
    )
on public.requirements
to bduf_app, bduf_admin;

-- Policies

drop policy if exists requirements_readonly_select on public.requirements;
create policy requirements_readonly_select on public.requirements
for select
to bduf_readonly
using (project_id = any ((select public.current_project_ids())::uuid[]));
comment on policy requirements_readonly_select on public.requirements is
    'Requirements of the projects that one sees.';

drop policy if exists requirements_app_insert on public.requirements;
create policy requirements_app_insert on public.requirements
for insert
to bduf_app
with check (
    project_id = any ((select public.current_project_ids())::uuid[])
    and created_by = (select public.current_user_id())
    and (
        stakeholder_id is null
        or stakeholder_id = any ((select public.current_colleague_ids())::uuid[])
    )
    and (
        parent_requirement_id is null
        or public.requirement_is_in_project(parent_requirement_id, project_id)
    )
    and (lineage_id = id or public.requirement_is_in_project(lineage_id, project_id))
);
comment on policy requirements_app_insert on public.requirements is
    'Entered in one''s own name, in a visible project, beside visible requirements.';

drop policy if exists requirements_app_update on public.requirements;
create policy requirements_app_update on public.requirements
for update
to bduf_app
using (project_id = any ((select public.current_project_ids())::uuid[]))
with check (
    project_id = any ((select public.current_project_ids())::uuid[])
    and (
        stakeholder_id is null
        or stakeholder_id = any ((select public.current_colleague_ids())::uuid[])
    )
    and (
        parent_requirement_id is null
        or public.requirement_is_in_project(parent_requirement_id, project_id)
    )
);
comment on policy requirements_app_update on public.requirements is
    'Changed by whoever sees it; people and requirements that it names must be visible.';

drop policy if exists requirements_app_delete on public.requirements;
create policy requirements_app_delete on public.requirements
for delete
to bduf_app
using (project_id = any ((select public.current_project_ids())::uuid[]));
comment on policy requirements_app_delete on public.requirements is 'Deleted by whoever sees it.';

drop policy if exists requirements_platform_all on public.requirements;
create policy requirements_platform_all on public.requirements
for all
to bduf_owner, bduf_admin, bduf_job
using (true)
with check (true);
comment on policy requirements_platform_all on public.requirements is
    'The owner, staff and jobs reach the rows of everybody; privileges bound what they do.';
