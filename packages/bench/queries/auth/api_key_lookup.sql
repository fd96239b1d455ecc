/*
name: api_key_lookup
about: Finds the active account an API key belongs to; every request of a machine asks this.
parameters:
    api_key_hash: text
cases:
    typical: { api_key_hash: $api_key_hash }
    unknown: { api_key_hash: unknown }
index: idx_users_api_key_hash
budget: { buffers: { typical: 5, unknown: 4 } }
grows: bounded
target: { p95_ms: 5 }
empty: unknown
*/
select
    id,
    role,
    permissions
from users
where api_key_hash = :api_key_hash and is_active;
