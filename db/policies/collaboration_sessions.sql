-- Collaboration sessions: seen and changed by the members of the organization that the project
-- belongs to.

alter table public.collaboration_sessions enable row level security;
alter table public.collaboration_sessions force row level security;

-- Privileges

revoke all on public.collaboration_sessions from bduf_readonly, bduf_app, bduf_admin, bduf_job;
grant select on public.collaboration_sessions to bduf_readonly, bduf_admin, bduf_job;
grant insert, delete on public.collaboration_sessions to bduf_app, bduf_admin;
grant
    update (
        title,
        description,
        session_type,
        status,
        scheduled_start,
        scheduled_end,
        actual_start,
        actual_end,
        max_participants,
        is_recording_enabled,
        recording_url,
        facilitator_id,
        updated_at,
        settings
    )
on public.collaboration_sessions
to bduf_app, bduf_admin;

-- Policies

drop policy if exists collaboration_sessions_readonly_select on public.collaboration_sessions;
create policy collaboration_sessions_readonly_select on public.collaboration_sessions
for select
to bduf_readonly
using (project_id = any ((select public.current_project_ids())::uuid[]));
comment on policy collaboration_sessions_readonly_select on public.collaboration_sessions is
    'Sessions of the projects that one sees.';

drop policy if exists collaboration_sessions_app_insert on public.collaboration_sessions;
create policy collaboration_sessions_app_insert on public.collaboration_sessions
for insert
to bduf_app
with check (
    project_id = any ((select public.current_project_ids())::uuid[])
    and created_by = (select public.current_user_id())
    and (
        facilitator_id is null
        or facilitator_id = any ((select public.current_colleague_ids())::uuid[])
    )
);
comment on policy collaboration_sessions_app_insert on public.collaboration_sessions is
    'Called in one''s own name, in a visible project, led by a colleague.';

drop policy if exists collaboration_sessions_app_update on public.collaboration_sessions;
create policy collaboration_sessions_app_update on public.collaboration_sessions
for update
to bduf_app
using (project_id = any ((select public.current_project_ids())::uuid[]))
with check (
    project_id = any ((select public.current_project_ids())::uuid[])
    and (
        facilitator_id is null
        or facilitator_id = any ((select public.current_colleague_ids())::uuid[])
    )
);
comment on policy collaboration_sessions_app_update on public.collaboration_sessions is
    'Changed by whoever sees it; who leads must be a colleague.';

drop policy if exists collaboration_sessions_app_delete on public.collaboration_sessions;
create policy collaboration_sessions_app_delete on public.collaboration_sessions
for delete
to bduf_app
using (project_id = any ((select public.current_project_ids())::uuid[]));
comment on policy collaboration_sessions_app_delete on public.collaboration_sessions is
    'Deleted, with its guest list, by whoever sees it.';

drop policy if exists collaboration_sessions_platform_all on public.collaboration_sessions;
create policy collaboration_sessions_platform_all on public.collaboration_sessions
for all
to bduf_owner, bduf_admin, bduf_job
using (true)
with check (true);
comment on policy collaboration_sessions_platform_all on public.collaboration_sessions is
    'The owner, staff and jobs reach the rows of everybody; privileges bound what they do.';
