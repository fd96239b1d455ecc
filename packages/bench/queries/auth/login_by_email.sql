/*
name: login_by_email
about: Finds the active account that belongs to an email address, with what a login has to check.
parameters:
    email: text
cases:
    typical: { email: $typical_email }
    unknown: { email: nobody@example.invalid }
index: idx_users_email_active
budget: { buffers: { typical: 5, unknown: 4 } }
grows: bounded
target: { p95_ms: 5 }
empty: unknown
*/
select
    id,
    password_hash,
    role,
    failed_login_attempts,
    locked_until
from users
where email = :email and is_active = true;
