-- Team memberships: seen by the members of the organization and by whom they are about. They come
-- from create_organization and invite_member, and answer_invitation makes them active.

alter table public.team_memberships enable row level security;
alter table public.team_memberships force row level security;

-- Privileges

revoke all on public.team_memberships from bduf_readonly, bduf_app, bduf_admin, bduf_job;
grant select on public.team_memberships to bduf_readonly, bduf_admin, bduf_job;
grant insert on public.team_memberships to bduf_admin;
grant update (role, status, left_at, custom_permissions)
on public.team_memberships
to bduf_app;
grant update (role, status, invited_by, joined_at, left_at, custom_permissions, updated_at)
on public.team_memberships
to bduf_admin;

-- Policies

drop policy if exists team_memberships_readonly_select on public.team_memberships;
create policy team_memberships_readonly_select on public.team_memberships
for select
to bduf_readonly
using (
    organization_id = any ((select public.current_organization_ids())::uuid[])
    or user_id = (select public.current_user_id())
);
comment on policy team_memberships_readonly_select on public.team_memberships is
    'Members see their organization''s members; everybody sees their own invitations.';

drop policy if exists team_memberships_app_update on public.team_memberships;
create policy team_memberships_app_update on public.team_memberships
for update
to bduf_app
using (organization_id = any ((select public.current_administered_organization_ids())::uuid[]))
with check (
    organization_id = any ((select public.current_administered_organization_ids())::uuid[])
    and (status <> 'active' or user_id = any ((select public.current_colleague_ids())::uuid[]))
);
comment on policy team_memberships_app_update on public.team_memberships is
    'Administrators change roles and standing. Only who is known already can be made active.';

drop policy if exists team_memberships_platform_all on public.team_memberships;
create policy team_memberships_platform_all on public.team_memberships
for all
to bduf_owner, bduf_admin, bduf_job
using (true)
with check (true);
comment on policy team_memberships_platform_all on public.team_memberships is
    'The owner, staff and jobs reach the rows of everybody; privileges bound what they do.';
