-- Project risks: seen and changed by the members of the organization that the project belongs to.

alter table public.project_risks enable row level security;
alter table public.project_risks force row level security;

-- Privileges

revoke all on public.project_risks from bduf_readonly, bduf_app, bduf_admin, bduf_job;
grant select on public.project_risks to bduf_readonly, bduf_admin, bduf_job;
grant insert, delete on public.project_risks to bduf_app, bduf_admin;
grant
    update (
        title,
        description,
        category,
        probability,
        impact,
        mitigation_strategy,
        contingency_plan,
        owner_id,
        status,
        identified_at,
        mitigated_at,
        review_date,
        updated_at
    )
on public.project_risks
to bduf_app, bduf_admin;

-- Policies

drop policy if exists project_risks_readonly_select on public.project_risks;
create policy project_risks_readonly_select on public.project_risks
for select
to bduf_readonly
using (project_id = any ((select public.current_project_ids())::uuid[]));
comment on policy project_risks_readonly_select on public.project_risks is
    'Risks of the projects that one sees.';

drop policy if exists project_risks_app_insert on public.project_risks;
create policy project_risks_app_insert on public.project_risks
for insert
to bduf_app
with check (
    project_id = any ((select public.current_project_ids())::uuid[])
    and created_by = (select public.current_user_id())
    and (owner_id is null or owner_id = any ((select public.current_colleague_ids())::uuid[]))
);
comment on policy project_risks_app_insert on public.project_risks is
    'Entered in one''s own name, in a visible project, watched by a colleague.';

drop policy if exists project_risks_app_update on public.project_risks;
create policy project_risks_app_update on public.project_risks
for update
to bduf_app
using (project_id = any ((select public.current_project_ids())::uuid[]))
with check (
    project_id = any ((select public.current_project_ids())::uuid[])
    and (owner_id is null or owner_id = any ((select public.current_colleague_ids())::uuid[]))
);
comment on policy project_risks_app_update on public.project_risks is
    'Changed by whoever sees it; who watches it must be a colleague.';

drop policy if exists project_risks_app_delete on public.project_risks;
create policy project_risks_app_delete on public.project_risks
for delete
to bduf_app
using (project_id = any ((select public.current_project_ids())::uuid[]));
comment on policy project_risks_app_delete on public.project_risks is 'Deleted by whoever sees it.';

drop policy if exists project_risks_platform_all on public.project_risks;
create policy project_risks_platform_all on public.project_risks
for all
to bduf_owner, bduf_admin, bduf_job
using (true)
with check (true);
comment on policy project_risks_platform_all on public.project_risks is
    'The owner, staff and jobs reach the rows of everybody; privileges bound what they do.';
