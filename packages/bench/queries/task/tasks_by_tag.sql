/*
name: tasks_by_tag
about: Lists the tasks of a project that carry a tag.
parameters:
    project_id: uuid
    tags: text[]
cases:
    typical: { project_id: $typical_project, tags: [bug] }
index: idx_tasks_project_status
budget: { buffers: 59 }
grows: log
target: { p95_ms: 25 }
*/
select
    id,
    title
from tasks
where project_id = :project_id and tags @> :tags;
