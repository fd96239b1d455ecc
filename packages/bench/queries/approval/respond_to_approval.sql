/*
name: respond_to_approval
about: Casts a vote on an approval request, and concludes the request when it was the last.
parameters:
    request_id: uuid
    actor_id: uuid
cases:
    typical: { request_id: $open_vote, actor_id: $who_has_open_vote }
index: approval_requests_pkey
budget: { wal_records: 55, wal_bytes: 6500 }
grows: bounded
target: { p95_ms: 20 }
*/
call respond_to_approval(:request_id, 'approve', :actor_id);
