/*
name: project_feed
about: Reads the latest activity in a project.
parameters:
    project_id: uuid
cases:
    typical: { project_id: $typical_active_project }
index: idx_user_activities_project_type
budget: { buffers: 999999 }
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
