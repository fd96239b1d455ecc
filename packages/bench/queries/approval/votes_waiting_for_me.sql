/*
name: votes_waiting_for_me
about: Lists the open requests on which a person has a vote that is not cast, of their own or passed on to them.
parameters:
    user_id: uuid
cases:
    hot: { user_id: $most_asked_user }
    typical: { user_id: $typical_asked_user }
index:
    - approval_assignments_approver_id_idx
    - approval_assignments_delegated_to_idx
budget: { buffers: { hot: 440, typical: 40 } }
grows: log
target: { p95_ms: 25 }
*/
select
    approval_requests.id,
    approval_requests.title,
    approval_requests.due_date
from approval_requests
where
    approval_requests.status in ('pending', 'in_review')
    and approval_requests.id in (
        select approval_assignments.request_id
        from approval_assignments
        where
            approval_assignments.approver_id = :user_id
            and approval_assignments.decided_at is null
            and approval_assignments.delegated_to is null
        union all
        select approval_assignments.request_id
        from approval_assignments
        where
            approval_assignments.delegated_to = :user_id
            and approval_assignments.decided_at is null
    )
order by approval_requests.due_date, approval_requests.id
limit 50;
