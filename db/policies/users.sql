-- Users: seen by whoever shares an organization with them; changed by themselves. Accounts are
-- opened by register_user, and what proves who somebody is (hashes, failures, locks) is touched by
-- sign_in and its neighbours only: no role may read a hash, not even staff.

alter table public.users enable row level security;
alter table public.users force row level security;

-- Privileges

revoke all on public.users from bduf_readonly, bduf_app, bduf_admin, bduf_job;
grant
    select (
        id,
        email,
        username,
        first_name,
        last_name,
        display_name,
        avatar_url,
        bio,
        timezone,
        role,
        permissions,
        is_active,
        is_verified,
        last_login_at,
        created_at,
        updated_at,
        preferences,
        notification_settings
    )
on public.users
to bduf_readonly;
grant
    select (
        id,
        email,
        username,
        first_name,
        last_name,
        display_name,
        avatar_url,
        bio,
        timezone,
        role,
        permissions,
        is_active,
        is_verified,
        last_login_at,
        password_changed_at,
        failed_login_attempts,
        locked_until,
        api_key_created_at,
        api_key_last_used,
        created_at,
        updated_at,
        preferences,
        notification_settings,
        search_vector
    )
on public.users
to bduf_admin, bduf_job;
grant insert on public.users to bduf_admin;
grant
    update (
        username,
        first_name,
        last_name,
        display_name,
        avatar_url,
        bio,
        timezone,
        preferences,
        notification_settings
    )
on public.users
to bduf_app;
grant
    update (
        email,
        username,
        first_name,
        last_name,
        display_name,
        avatar_url,
        bio,
        timezone,
        role,
        permissions,
        is_active,
        is_verified,
        last_login_at,
        failed_login_attempts,
        locked_until,
        updated_at,
        preferences,
        notification_settings
    )
on public.users
to bduf_admin;

-- Policies

drop policy if exists users_readonly_select on public.users;
create policy users_readonly_select on public.users
for select
to bduf_readonly
using (id = any ((select public.current_colleague_ids())::uuid[]));
comment on policy users_readonly_select on public.users is
    'Oneself, and who is or was in an organization with oneself.';

drop policy if exists users_app_update on public.users;
create policy users_app_update on public.users
for update
to bduf_app
using (id = (select public.current_user_id()))
with check (id = (select public.current_user_id()));
comment on policy users_app_update on public.users is 'Everybody keeps their own profile.';

drop policy if exists users_platform_all on public.users;
create policy users_platform_all on public.users
for all
to bduf_owner, bduf_admin, bduf_job
using (true)
with check (true);
comment on policy users_platform_all on public.users is
    'The owner, staff and jobs reach the rows of everybody; privileges bound what they do.';
