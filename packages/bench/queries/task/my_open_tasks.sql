/*
name: my_open_tasks
about: Lists the open tasks of a person, the most urgent first.
parameters:
    user_id: uuid
cases:
    hot: { user_id: $busiest_user }
    typical: { user_id: $typical_user }
index: idx_tasks_assigned_status
budget: { buffers: { hot: 470, typical: 7 } }
grows: linear
target: { p95_ms: 25 }
*/
select
    id,
    title,
    status,
    priority,
    project_id
from tasks
where assigned_to = :user_id and status in ('pending', 'in_progress', 'blocked', 'needs_review')
order by priority desc, created_at, id
limit 50;
