/*
name: approval_detail
about: Reads an approval request with the responses to it.
parameters:
    request_id: uuid
cases:
    hot: { request_id: $request_with_most_responses }
    typical: { request_id: $typical_request }
index:
    - approval_requests_pkey
    - approval_responses_request_id_approver_id_key
budget: { buffers: 8 }
grows: bounded
target: { p95_ms: 10 }
*/
select
    approval_requests.id,
    approval_requests.status,
    approval_responses.approver_id,
    approval_responses.decision
from
    approval_requests
    left join approval_responses on approval_responses.request_id = approval_requests.id
where approval_requests.id = :request_id;
