/*
name: approvals_of_subject
about: Shows what was asked about one thing and how it ended, the latest request first.
parameters:
    subject_type: text
    subject_id: uuid
cases:
    hot: { subject_type: project, subject_id: $most_discussed_project }
    typical: { subject_type: task, subject_id: $typical_discussed_task }
index: approval_requests_subject_type_subject_id_requested_at_idx
budget: { buffers: { hot: 29, typical: 4 } }
grows: bounded
target: { p95_ms: 10 }
*/
select
    id,
    title,
    request_type,
    status,
    requested_by,
    requested_at,
    completed_at
from approval_requests
where subject_type = :subject_type and subject_id = :subject_id
order by requested_at desc
limit 20;
