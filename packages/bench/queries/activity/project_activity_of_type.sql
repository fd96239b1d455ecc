/*
name: project_activity_of_type
about: Reads the latest activity of one type in a project.
parameters:
    project_id: uuid
    activity_type: activity_type_enum
cases:
    hot: { project_id: $biggest_project, activity_type: approve }
    typical: { project_id: $typical_active_project, activity_type: approve }
index: idx_user_activities_project_type
budget: { buffers: { hot: 62, typical: 8 } }
grows: log
target: { p95_ms: 25 }
*/
select
    id,
    user_id,
    action,
    occurred_at
from user_activities
where project_id = :project_id and activity_type = :activity_type
order by occurred_at desc
limit 50;
