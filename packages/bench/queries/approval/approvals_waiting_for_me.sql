/*
name: approvals_waiting_for_me
about: Lists the requests in a person's organisations that still wait for this person's response.
parameters:
    user_id: uuid
cases:
    typical: { user_id: $member_of_biggest_project }
index: approval_requests_project_id_due_date_idx
budget: { buffers: 600 }
grows: linear
target: { p95_ms: 25 }
*/
select
    approval_requests.id,
    approval_requests.title,
    approval_requests.due_date
from
    approval_requests
    join projects on projects.id = approval_requests.project_id
    join team_memberships on team_memberships.organization_id = projects.organization_id
where
    approval_requests.status = 'pending'
    and approval_requests.requested_by <> :user_id
    and team_memberships.user_id = :user_id
    and team_memberships.status = 'active'
    and not exists (
        select
        from approval_responses
        where
            approval_responses.request_id = approval_requests.id
            and approval_responses.approver_id = :user_id
    )
order by approval_requests.due_date, approval_requests.id
limit 50;
