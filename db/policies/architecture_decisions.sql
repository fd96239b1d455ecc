-- Architecture decisions: seen and changed by the members of the organization that the project
-- belongs to. A decision stays in its project, and so does what takes its place.

alter table public.architecture_decisions enable row level security;
alter table public.architecture_decisions force row level security;

-- Privileges

revoke all on public.architecture_decisions from bduf_readonly, bduf_app, bduf_admin, bduf_job;
grant select on public.architecture_decisions to bduf_readonly, bduf_admin, bduf_job;
grant insert, delete on public.architecture_decisions to bduf_app, bduf_admin;
grant
    update (
        title,
        description,
        context,
        decision,
        consequences,
        category,
        status,
        options_considered,
        evaluation_criteria,
        risk_assessment,
        trade_offs,
        decided_by,
        decided_at,
        review_date,
        superseded_by,
        updated_at,
        version
    )
on public.architecture_decisions
to bduf_app, bduf_admin;

-- Policies

drop policy if exists architecture_decisions_readonly_select on public.architecture_decisions;
create policy architecture_decisions_readonly_select on public.architecture_decisions
for select
to bduf_readonly
using (project_id = any ((select public.current_project_ids())::uuid[]));
comment on policy architecture_decisions_readonly_select on public.architecture_decisions is
    'Decisions of the projects that one sees.';

drop policy if exists architecture_decisions_app_insert on public.architecture_decisions;
create policy architecture_decisions_app_insert on public.architecture_decisions
for insert
to bduf_app
with check (
    project_id = any ((select public.current_project_ids())::uuid[])
    and created_by = (select public.current_user_id())
    and (decided_by is null or decided_by = any ((select public.current_colleague_ids())::uuid[]))
    and (superseded_by is null or public.decision_is_in_project(superseded_by, project_id))
);
comment on policy architecture_decisions_app_insert on public.architecture_decisions is
    'Entered in one''s own name, in a visible project.';

drop policy if exists architecture_decisions_app_update on public.architecture_decisions;
create policy architecture_decisions_app_update on public.architecture_decisions
for update
to bduf_app
using (project_id = any ((select public.current_project_ids())::uuid[]))
with check (
    project_id = any ((select public.current_project_ids())::uuid[])
    and (decided_by is null or decided_by = any ((select public.current_colleague_ids())::uuid[]))
    and (superseded_by is null or public.decision_is_in_project(superseded_by, project_id))
);
comment on policy architecture_decisions_app_update on public.architecture_decisions is
    'Changed by whoever sees it; people and decisions that it names must be visible.';

drop policy if exists architecture_decisions_app_delete on public.architecture_decisions;
create policy architecture_decisions_app_delete on public.architecture_decisions
for delete
to bduf_app
using (project_id = any ((select public.current_project_ids())::uuid[]));
comment on policy architecture_decisions_app_delete on public.architecture_decisions is
    'Deleted by whoever sees it.';

drop policy if exists architecture_decisions_platform_all on public.architecture_decisions;
create policy architecture_decisions_platform_all on public.architecture_decisions
for all
to bduf_owner, bduf_admin, bduf_job
using (true)
with check (true);
comment on policy architecture_decisions_platform_all on public.architecture_decisions is
    'The owner, staff and jobs reach the rows of everybody; privileges bound what they do.';
