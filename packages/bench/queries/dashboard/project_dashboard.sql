/*
name: project_dashboard
about: Counts the tasks of a project by state and sums up its hours.
parameters:
    project_id: uuid
# The biggest project has a task in nearly every block of the table, so its case reads them all.
cases:
    hot: { project_id: $biggest_project }
    typical: { project_id: $typical_project }
index: idx_tasks_project_status
budget: { buffers: { hot: 11900, typical: 59 } }
grows: linear
target: { p95_ms: 100 }
*/
select
    count(*) as total,
    count(*) filter (where status in ('completed', 'approved')) as done,
    count(*) filter (where status = 'in_progress') as in_progress,
    count(*) filter (where status = 'blocked') as blocked,
    sum(estimated_hours) as estimated_hours,
    sum(actual_hours) as actual_hours
from tasks
where project_id = :project_id;
