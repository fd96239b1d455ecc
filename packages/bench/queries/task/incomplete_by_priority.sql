/*
name: incomplete_by_priority
about: Pages through the unfinished tasks of a project, the most urgent and newest first.
parameters:
    project_id: uuid
    before_priority: priority_enum
    before_time: timestamptz
    before_id: uuid
cases:
    hot:
        project_id: $biggest_project
        before_priority: high
        before_time: 2025-12-02T00:00:00Z
        before_id: ffffffff-ffff-ffff-ffff-ffffffffffff
    typical:
        project_id: $typical_project
        before_priority: high
        before_time: 2025-12-02T00:00:00Z
        before_id: ffffffff-ffff-ffff-ffff-ffffffffffff
index: idx_tasks_incomplete
budget: { buffers: { hot: 64, typical: 21 } }
grows: bounded
target: { p95_ms: 25 }
*/
select
    id,
    title,
    priority,
    created_at
from tasks
where
    project_id = :project_id
    and status in ('pending', 'in_progress', 'blocked')
    and (priority, created_at, id) < (:before_priority, :before_time, :before_id)
order by priority desc, created_at desc, id desc
limit 50;
