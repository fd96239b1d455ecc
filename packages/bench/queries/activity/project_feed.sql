/*
name: project_feed
about: Reads the latest activity in a project.
parameters:
    project_id: uuid
# No hot case: the index has no order by time alone, so the feed of a busy project reads all its
# activity, and that of the busiest the whole table.
cases:
    typical: { project_id: $typical_active_project }
index: user_activities_project_id_occurred_at_idx
budget: { buffers: 280 }
grows: bounded
target: { p95_ms: 25 }
*/
select
    id,
    user_id,
    activity_type,
    action,
    occurred_at
from user_activities
where project_id = :project_id
order by occurred_at desc
limit 50;
