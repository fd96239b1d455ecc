/*
name: user_feed
about: Pages through what a user did, the newest first.
parameters:
    user_id: uuid
    before_time: timestamptz
cases:
    hot: { user_id: $most_active_user, before_time: 2025-12-12T00:00:00Z }
    typical: { user_id: $typical_active_user, before_time: 2025-12-12T00:00:00Z }
index: idx_user_activities_user_occurred
budget: { buffers: { hot: 42, typical: 49 } }
grows: bounded
target: { p95_ms: 25 }
*/
select
    id,
    activity_type,
    action,
    occurred_at
from user_activities
where user_id = :user_id and occurred_at < :before_time
order by occurred_at desc
limit 50;
