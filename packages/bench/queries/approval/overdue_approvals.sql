/*
name: overdue_approvals
about: Lists the requests that wait for a decision past their due date, the longest overdue first.
parameters:
    as_of: timestamptz
cases:
    typical: { as_of: 2026-01-01T00:00:00Z }
index: idx_approval_requests_status_due
budget: { buffers: 65 }
grows: bounded
target: { p95_ms: 25 }
*/
select
    id,
    title,
    due_date
from approval_requests
where status = 'pending' and due_date < :as_of
order by due_date, id
limit 50;
