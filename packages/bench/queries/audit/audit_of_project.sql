/*
name: audit_of_project
about: Pages through the audit trail of a project, the latest event first.
parameters:
    project_id: uuid
    before_time: timestamptz
cases:
    hot: { project_id: $biggest_project, before_time: 2025-12-12T00:00:00Z }
    typical: { project_id: $typical_project, before_time: 2025-12-12T00:00:00Z }
index: audit_logs_project_id_occurred_at_idx
budget: { buffers: { hot: 19, typical: 72 } }
grows: log
target: { p95_ms: 10 }
*/
select
    id,
    event_action,
    user_id,
    target_type,
    target_id,
    occurred_at
from audit_logs
where project_id = :project_id and occurred_at < :before_time
order by occurred_at desc
limit 50;
