/*
name: project_tasks_newest
about: Pages through all tasks of a project, the newest first.
parameters:
    project_id: uuid
    before_time: timestamptz
    before_id: uuid
cases:
    hot:
        project_id: $biggest_project
        before_time: 2025-11-02T00:00:00Z
        before_id: ffffffff-ffff-ffff-ffff-ffffffffffff
    typical:
        project_id: $typical_project
        before_time: 2025-11-02T00:00:00Z
        before_id: ffffffff-ffff-ffff-ffff-ffffffffffff
index: tasks_project_id_created_at_idx
budget: { buffers: { hot: 36, typical: 55 } }
grows: bounded
target: { p95_ms: 25 }
*/
select
    id,
    title,
    status,
    created_at
from tasks
where project_id = :project_id and (created_at, id) < (:before_time, :before_id)
order by created_at desc, id desc
limit 50;
