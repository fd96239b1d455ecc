-- Session participants: seen and changed like the session. The person and the session of a row
-- stay.

alter table public.session_participants enable row level security;
alter table public.session_participants force row level security;

-- Privileges

revoke all on public.session_participants from bduf_readonly, bduf_app, bduf_admin, bduf_job;
grant select on public.session_participants to bduf_readonly, bduf_admin, bduf_job;
grant insert, delete on public.session_participants to bduf_app, bduf_admin;
grant update (role, status, invited_at, joined_at, left_at, can_edit, can_moderate, updated_at)
on public.session_participants
to bduf_app, bduf_admin;

-- Policies

drop policy if exists session_participants_readonly_select on public.session_participants;
create policy session_participants_readonly_select on public.session_participants
for select
to bduf_readonly
using (session_id = any ((select public.current_session_ids())::uuid[]));
comment on policy session_participants_readonly_select on public.session_participants is
    'Guest lists of the sessions that one sees.';

drop policy if exists session_participants_app_insert on public.session_participants;
create policy session_participants_app_insert on public.session_participants
for insert
to bduf_app
with check (
    session_id = any ((select public.current_session_ids())::uuid[])
    and user_id = any ((select public.current_colleague_ids())::uuid[])
);
comment on policy session_participants_app_insert on public.session_participants is
    'Colleagues are invited, to visible sessions.';

drop policy if exists session_participants_app_update on public.session_participants;
create policy session_participants_app_update on public.session_participants
for update
to bduf_app
using (session_id = any ((select public.current_session_ids())::uuid[]))
with check (session_id = any ((select public.current_session_ids())::uuid[]));
comment on policy session_participants_app_update on public.session_participants is
    'Changed by whoever sees the session.';

drop policy if exists session_participants_app_delete on public.session_participants;
create policy session_participants_app_delete on public.session_participants
for delete
to bduf_app
using (session_id = any ((select public.current_session_ids())::uuid[]));
comment on policy session_participants_app_delete on public.session_participants is
    'Taken off the list by whoever sees the session.';

drop policy if exists session_participants_platform_all on public.session_participants;
create policy session_participants_platform_all on public.session_participants
for all
to bduf_owner, bduf_admin, bduf_job
using (true)
with check (true);
comment on policy session_participants_platform_all on public.session_participants is
    'The owner, staff and jobs reach the rows of everybody; privileges bound what they do.';
