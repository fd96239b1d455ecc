-- What users, organizations and memberships cannot be.
-- Holds for new rows at once; 20260201000037 looks at the old ones.

-- migrate:up

create or replace function public.is_time_zone(p_name text)
returns boolean
language plpgsql
immutable
parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    return (timestamptz '2000-01-01 00:00:00+00' at time zone p_name) is not null;
exception
    when invalid_parameter_value then
        return false;
end;
$$;

comment on function public.is_time_zone is
    'Whether the server can show times in a zone of this name; null for null.';

alter table public.users
add constraint users_email_is_an_address_check check (email ~ '^[^@\s]+@[^@\s]+$') not valid,
add constraint users_username_is_not_blank_check check (username ~ '\S') not valid,
add constraint users_password_hash_is_a_hash_check
    check (password_hash ~ '^\$[a-z0-9-]+\$\S{20,}$') not valid,
add constraint users_api_key_hash_is_a_hash_check
    check (api_key_hash ~ '^(\$[a-z0-9-]+\$\S{20,}|[0-9a-f]{64,128})$') not valid,
add constraint users_api_key_has_a_time_check
    check (
        (api_key_hash is null) = (api_key_created_at is null)
        and (api_key_hash is not null or api_key_last_used is null)
    )
        not valid,
add constraint users_api_key_is_used_after_issue_check
    check (api_key_created_at <= api_key_last_used) not valid,
add constraint users_failed_login_attempts_are_counted_check
    check (failed_login_attempts >= 0) not valid,
add constraint users_timezone_is_known_check check (public.is_time_zone(timezone)) not valid,
add constraint users_permissions_are_names_check
    check (array_position(permissions, null) is null and array_position(permissions, '') is null)
        not valid,
add constraint users_preferences_are_an_object_check
    check (jsonb_typeof(preferences) = 'object') not valid,
add constraint users_notification_settings_are_an_object_check
    check (jsonb_typeof(notification_settings) = 'object') not valid;
comment on constraint users_email_is_an_address_check on public.users is
    'One at sign with something on both sides and no space: whether mail arrives, only mail tells.';
comment on constraint users_username_is_not_blank_check on public.users is
    'A username can be seen.';
comment on constraint users_password_hash_is_a_hash_check on public.users is
    'A hash in PHC form. A password in clear text is refused before it is stored.';
comment on constraint users_api_key_hash_is_a_hash_check on public.users is
    'A hash in PHC form or hexadecimal. A key in clear text is refused before it is stored.';
comment on constraint users_api_key_has_a_time_check on public.users is
    'A key has a time of issue, and without a key there are no times of one.';
comment on constraint users_api_key_is_used_after_issue_check on public.users is
    'No key is used before it is issued.';
comment on constraint users_failed_login_attempts_are_counted_check on public.users is
    'Attempts are counted from 0.';
comment on constraint users_timezone_is_known_check on public.users is
    'Times can be shown in the zone of the user.';
comment on constraint users_permissions_are_names_check on public.users is
    'Every element names a right.';
comment on constraint users_preferences_are_an_object_check on public.users is
    'preferences is a JSON object.';
comment on constraint users_notification_settings_are_an_object_check on public.users is
    'notification_settings is a JSON object.';

alter table public.organizations
add constraint organizations_name_is_not_blank_check check (name ~ '\S') not valid,
add constraint organizations_slug_is_part_of_an_address_check
    check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$') not valid,
add constraint organizations_subscription_plan_is_known_check
    check (subscription_plan in ('free', 'team', 'business', 'enterprise')) not valid,
add constraint organizations_billing_email_is_an_address_check
    check (billing_email ~ '^[^@\s]+@[^@\s]+$') not valid,
add constraint organizations_settings_are_an_object_check
    check (jsonb_typeof(settings) = 'object') not valid,
add constraint organizations_billing_address_is_an_object_check
    check (jsonb_typeof(billing_address) = 'object') not valid;
comment on constraint organizations_name_is_not_blank_check on public.organizations is
    'An organization has a name that can be seen.';
comment on constraint organizations_slug_is_part_of_an_address_check on public.organizations is
    'Small letters, digits and single hyphens between them: the slug stands in addresses.';
comment on constraint organizations_subscription_plan_is_known_check on public.organizations is
    'The plans on offer. A new one comes by a migration, like everything that depends on it.';
comment on constraint organizations_billing_email_is_an_address_check on public.organizations is
    'One at sign with something on both sides and no space; null sends invoices to the creator.';
comment on constraint organizations_settings_are_an_object_check on public.organizations is
    'settings is a JSON object.';
comment on constraint organizations_billing_address_is_an_object_check on public.organizations is
    'billing_address is a JSON object.';

alter table public.team_memberships
add constraint team_memberships_left_after_joining_check check (joined_at <= left_at) not valid,
add constraint team_memberships_left_has_a_time_check
    check ((status = 'left') = (left_at is not null)) not valid,
add constraint team_memberships_invited_has_not_joined_check
    check (status <> 'invited' or joined_at is null) not valid,
add constraint team_memberships_active_has_joined_check
    check (status <> 'active' or joined_at is not null) not valid,
add constraint team_memberships_custom_permissions_are_names_check
    check (
        array_position(custom_permissions, null) is null
        and array_position(custom_permissions, '') is null
    )
        not valid;
comment on constraint team_memberships_left_after_joining_check on public.team_memberships is
    'Nobody leaves before joining; either time may be missing.';
comment on constraint team_memberships_left_has_a_time_check on public.team_memberships is
    'Who has left has a time of leaving, and nobody else has.';
comment on constraint team_memberships_invited_has_not_joined_check on public.team_memberships is
    'An open invitation has no time of joining.';
comment on constraint team_memberships_active_has_joined_check on public.team_memberships is
    'An active member has joined at some time.';
comment on constraint team_memberships_custom_permissions_are_names_check on public.team_memberships is
    'Every element names a right.';

-- migrate:down

alter table public.team_memberships
drop constraint team_memberships_custom_permissions_are_names_check,
drop constraint team_memberships_active_has_joined_check,
drop constraint team_memberships_invited_has_not_joined_check,
drop constraint team_memberships_left_has_a_time_check,
drop constraint team_memberships_left_after_joining_check;

alter table public.organizations
drop constraint organizations_billing_address_is_an_object_check,
drop constraint organizations_settings_are_an_object_check,
drop constraint organizations_billing_email_is_an_address_check,
drop constraint organizations_subscription_plan_is_known_check,
drop constraint organizations_slug_is_part_of_an_address_check,
drop constraint organizations_name_is_not_blank_check;

alter table public.users
drop constraint users_notification_settings_are_an_object_check,
drop constraint users_preferences_are_an_object_check,
drop constraint users_permissions_are_names_check,
drop constraint users_timezone_is_known_check,
drop constraint users_failed_login_attempts_are_counted_check,
drop constraint users_api_key_is_used_after_issue_check,
drop constraint users_api_key_has_a_time_check,
drop constraint users_api_key_hash_is_a_hash_check,
drop constraint users_password_hash_is_a_hash_check,
drop constraint users_username_is_not_blank_check,
drop constraint users_email_is_an_address_check;

drop function public.is_time_zone(text);
