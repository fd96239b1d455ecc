-- Project analytics: seen by the members of the organization that the project belongs to, written
-- by jobs.

alter table public.project_analytics enable row level security;
alter table public.project_analytics force row level security;

-- Privileges

revoke all on public.project_analytics from bduf_readonly, bduf_app, bduf_admin, bduf_job;
grant select on public.project_analytics to bduf_readonly, bduf_admin, bduf_job;
grant insert on public.project_analytics to bduf_job;
grant
    update (
        total_tasks,
        completed_tasks,
        in_progress_tasks,
        blocked_tasks,
        total_estimated_hours,
        total_actual_hours,
        requirements_completeness,
        architecture_coherence_score,
        risk_score,
        active_team_members,
        collaboration_sessions_count,
        custom_metrics,
        updated_at
    )
on public.project_analytics
to bduf_job;

-- Policies

drop policy if exists project_analytics_readonly_select on public.project_analytics;
create policy project_analytics_readonly_select on public.project_analytics
for select
to bduf_readonly
using (project_id = any ((select public.current_project_ids())::uuid[]));
comment on policy project_analytics_readonly_select on public.project_analytics is
    'Snapshots of the projects that one sees.';

drop policy if exists project_analytics_platform_all on public.project_analytics;
create policy project_analytics_platform_all on public.project_analytics
for all
to bduf_owner, bduf_admin, bduf_job
using (true)
with check (true);
comment on policy project_analytics_platform_all on public.project_analytics is
    'The owner, staff and jobs reach the rows of everybody; privileges bound what they do.';
