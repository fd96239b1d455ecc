/*
name: audit_of_object
about: Reads the audit trail of one object, the latest event first.
parameters:
    target_type: text
    target_id: uuid
cases:
    hot: { target_type: tasks, target_id: $most_audited_task }
    typical: { target_type: tasks, target_id: $typical_audited_task }
index: idx_audit_logs_target_occurred
budget: { buffers: { hot: 23, typical: 7 } }
grows: bounded
target: { p95_ms: 10 }
*/
select
    event_action,
    user_id,
    old_values,
    new_values,
    occurred_at
from audit_logs
where target_type = :target_type and target_id = :target_id
order by occurred_at desc
limit 100;
