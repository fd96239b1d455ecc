-- What users, organizations and memberships cannot be, and what they can just about be.

begin;

select plan(62);

select throws_constraint(
    format('select tap.%I(%L)', builder, attempt),
    '23514',
    constraint_name,
    format('%s refuses %s', constraint_name, attempt)
)
from (values
    ('a_user', '{"email": "not-an-email"}', 'users_email_is_an_address_check'),
    ('a_user', '{"email": "two words@example.org"}', 'users_email_is_an_address_check'),
    ('a_user', '{"email": "two@signs@example.org"}', 'users_email_is_an_address_check'),
    ('a_user', '{"username": " \t"}', 'users_username_is_not_blank_check'),
    ('a_user', '{"password_hash": "plaintext-password"}', 'users_password_hash_is_a_hash_check'),
    ('a_user', '{"password_hash": ""}', 'users_password_hash_is_a_hash_check'),
    (
        'a_user',
        '{"password_hash": "{SSHA}$argon2id$v=19$m=65536,t=3,p=4"}',
        'users_password_hash_is_a_hash_check'
    ),
    (
        'a_user',
        '{"password_hash": "$argon2id$v=19$m=65536,t=3,p=4 plaintext-password"}',
        'users_password_hash_is_a_hash_check'
    ),
    (
        'a_user',
        '{"password_hash": "$ARGON2ID$v=19$m=65536,t=3,p=4"}',
        'users_password_hash_is_a_hash_check'
    ),
    ('a_user', '{"api_key_hash": "key-in-clear-text"}', 'users_api_key_hash_is_a_hash_check'),
    (
        'a_user',
        '{"api_key_hash": '
        '"sha256:abababababababababababababababababababababababababababababababab"}',
        'users_api_key_hash_is_a_hash_check'
    ),
    (
        'a_user',
        '{"api_key_hash": '
        '"abababababababababababababababababababababababababababababababab key"}',
        'users_api_key_hash_is_a_hash_check'
    ),
    (
        'a_user',
        '{"api_key_hash": '
        '"ABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABAB"}',
        'users_api_key_hash_is_a_hash_check'
    ),
    ('a_user', '{"api_key_created_at": "2030-01-01T00:00:00Z"}', 'users_api_key_has_a_time_check'),
    ('a_user', '{"api_key_last_used": "2030-01-01T00:00:00Z"}', 'users_api_key_has_a_time_check'),
    (
        'a_user',
        '{"api_key_hash": '
        '"abababababababababababababababababababababababababababababababab", '
        '"api_key_created_at": "2030-01-02T00:00:00Z", "api_key_last_used": '
        '"2030-01-01T00:00:00Z"}',
        'users_api_key_is_used_after_issue_check'
    ),
    ('a_user', '{"failed_login_attempts": -1}', 'users_failed_login_attempts_are_counted_check'),
    ('a_user', '{"timezone": "Mars/Olympus"}', 'users_timezone_is_known_check'),
    ('a_user', '{"permissions": ["reports.export", ""]}', 'users_permissions_are_names_check'),
    ('a_user', '{"permissions": [null]}', 'users_permissions_are_names_check'),
    ('a_user', '{"preferences": "dark"}', 'users_preferences_are_an_object_check'),
    ('a_user', '{"notification_settings": []}', 'users_notification_settings_are_an_object_check'),
    ('an_organization', '{"name": "  "}', 'organizations_name_is_not_blank_check'),
    (
        'an_organization',
        '{"slug": "Not A Slug!/.."}',
        'organizations_slug_is_part_of_an_address_check'
    ),
    (
        'an_organization',
        '{"slug": "double--hyphen"}',
        'organizations_slug_is_part_of_an_address_check'
    ),
    ('an_organization', '{"slug": "Acme"}', 'organizations_slug_is_part_of_an_address_check'),
    (
        'an_organization',
        '{"subscription_plan": "gold-plated"}',
        'organizations_subscription_plan_is_known_check'
    ),
    (
        'an_organization',
        '{"billing_email": "nobody"}',
        'organizations_billing_email_is_an_address_check'
    ),
    (
        'an_organization',
        '{"billing_email": "two words@example.org"}',
        'organizations_billing_email_is_an_address_check'
    ),
    (
        'an_organization',
        '{"billing_email": "two@signs@example.org"}',
        'organizations_billing_email_is_an_address_check'
    ),
    ('an_organization', '{"settings": "a string"}', 'organizations_settings_are_an_object_check'),
    (
        'an_organization',
        '{"billing_address": "Station Road 1"}',
        'organizations_billing_address_is_an_object_check'
    ),
    (
        'a_team_membership',
        '{"status": "left", "joined_at": "2030-01-02T00:00:00Z", "left_at": '
        '"2030-01-01T00:00:00Z"}',
        'team_memberships_left_after_joining_check'
    ),
    (
        'a_team_membership',
        '{"status": "active", "left_at": "2100-01-01T00:00:00Z"}',
        'team_memberships_left_has_a_time_check'
    ),
    (
        'a_team_membership',
        '{"custom_permissions": [""]}',
        'team_memberships_custom_permissions_are_names_check'
    ),
    (
        'a_team_membership',
        '{"custom_permissions": [null]}',
        'team_memberships_custom_permissions_are_names_check'
    )
) as refused (builder, attempt, constraint_name);

select lives_ok(
    format('select tap.%I(%L)', builder, attempt),
    format('%s takes %s', builder, attempt)
)
from (values
    ('a_user', '{"email": "a@b"}'),
    ('a_user', '{"password_hash": "$2b$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW"}'),
    ('a_user', '{"password_hash": "$disabled$the-system-user-never-signs-in"}'),
    (
        'a_user',
        '{"api_key_hash": "abababababababababababababababababababababababababababababababab"}'
    ),
    (
        'a_user',
        '{"api_key_hash": '
        '"efefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefef", '
        '"api_key_created_at": "2030-01-01T00:00:00Z", "api_key_last_used": '
        '"2030-01-01T00:00:00Z"}'
    ),
    ('a_user', '{"timezone": "Asia/Kathmandu"}'),
    ('a_user', '{"failed_login_attempts": 0}'),
    ('a_user', '{"permissions": []}'),
    ('a_user', '{"preferences": {}}'),
    ('an_organization', '{"slug": "a"}'),
    ('an_organization', '{"slug": "acme-labs-2"}'),
    ('an_organization', '{"subscription_plan": "free"}'),
    ('an_organization', '{"subscription_plan": "team"}'),
    ('an_organization', '{"subscription_plan": "business"}'),
    ('an_organization', '{"subscription_plan": "enterprise"}'),
    ('an_organization', '{"billing_address": {"city": "Turku"}}'),
    ('a_team_membership', '{"status": "invited"}'),
    ('a_team_membership', '{"status": "left"}'),
    (
        'a_team_membership',
        '{"status": "left", "joined_at": "2030-01-01T00:00:00Z", "left_at": '
        '"2030-01-01T00:00:00Z"}'
    ),
    ('a_team_membership', '{"status": "suspended", "joined_at": null}'),
    ('a_team_membership', '{"status": "left", "joined_at": null}')
) as accepted (builder, attempt);

-- What an insert fills in, an update can still take away.

create temporary table member as
select
    status,
    tap.a_team_membership(jsonb_build_object('status', status)) as id
from unnest(array['active', 'invited']) as status;

select throws_constraint(
    format('update public.team_memberships set %s where id = %L', assignment, id),
    '23514',
    constraint_name,
    format('%s refuses %s', constraint_name, assignment)
)
from member
join (values
    ('active', 'joined_at = null', 'team_memberships_active_has_joined_check'),
    ('invited', 'joined_at = now()', 'team_memberships_invited_has_not_joined_check')
) as refused (status, assignment, constraint_name) using (status);

-- Case decides nothing.

create temporary table person as
select tap.a_user('{"email": "Ada@Example.org", "username": "Ada"}') as id;

select throws_constraint(
    format('select tap.a_user(%L)', attempt),
    '23505',
    constraint_name,
    format('%s refuses %s', constraint_name, attempt)
)
from (values
    ('{"email": "ada@example.org"}', 'users_email_lower_key'),
    ('{"username": "ADA"}', 'users_username_lower_key')
) as refused (attempt, constraint_name);

select throws_constraint(
    format(
        'select tap.a_user(%1$L), tap.a_user(%1$L)',
        jsonb_build_object('api_key_hash', repeat('cd', 32))
    ),
    '23505',
    'idx_users_api_key_hash',
    'an API key belongs to one user'
);

select * from finish();

rollback;
