/*
name: project_upcoming_sessions
about: Lists the next meetings of a project.
parameters:
    project_id: uuid
    as_of: timestamptz
cases:
    hot: { project_id: $project_with_most_sessions, as_of: 2026-01-01T00:00:00Z }
    typical: { project_id: $project_with_one_session, as_of: 2026-01-01T00:00:00Z }
index: idx_collaboration_sessions_project_scheduled
budget: { buffers: { hot: 6, typical: 5 } }
grows: linear
target: { p95_ms: 10 }
*/
select
    id,
    title,
    scheduled_start
from collaboration_sessions
where project_id = :project_id and scheduled_start >= :as_of
order by scheduled_start, id
limit 20;
