/*
name: requirement_history
about: Pages through the requirements of a project and all their versions, the newest first.
parameters:
    project_id: uuid
    before_time: timestamptz
cases:
    hot: { project_id: $project_with_most_requirements, before_time: 2025-12-12T00:00:00Z }
    typical: { project_id: $project_with_some_requirements, before_time: 2025-12-12T00:00:00Z }
index: requirements_project_id_created_at_idx
budget: { buffers: { hot: 64, typical: 55 } }
grows: bounded
target: { p95_ms: 10 }
*/
select
    id,
    lineage_id,
    version,
    title,
    status,
    created_at
from requirements
where project_id = :project_id and created_at < :before_time
order by created_at desc
limit 50;
