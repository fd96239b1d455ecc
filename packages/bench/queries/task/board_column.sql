/*
name: board_column
about: Fills one column of a project's board, the most urgent tasks first.
parameters:
    project_id: uuid
    status: task_status_enum
cases:
    hot: { project_id: $biggest_project, status: in_progress }
    typical: { project_id: $typical_project, status: in_progress }
index: idx_tasks_project_status
budget: { buffers: { hot: 720, typical: 6 } }
grows: linear
target: { p95_ms: 25 }
*/
select
    id,
    title,
    priority,
    assigned_to
from tasks
where project_id = :project_id and status = :status
order by priority desc, id
limit 100;
