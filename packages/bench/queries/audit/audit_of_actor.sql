/*
name: audit_of_actor
about: Pages through the audit trail of what a user did, the latest event first.
parameters:
    user_id: uuid
    before_time: timestamptz
cases:
    hot: { user_id: $most_active_user, before_time: 2025-12-12T00:00:00Z }
    typical: { user_id: $typical_active_user, before_time: 2025-12-12T00:00:00Z }
index: audit_logs_user_id_occurred_at_idx
budget: { buffers: { hot: 53, typical: 59 } }
grows: bounded
target: { p95_ms: 10 }
*/
select
    id,
    event_action,
    project_id,
    target_type,
    target_id,
    occurred_at
from audit_logs
where user_id = :user_id and occurred_at < :before_time
order by occurred_at desc
limit 50;
