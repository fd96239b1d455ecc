/*
name: overdue_tasks
about: Lists the unfinished tasks of a project past their promised day, the longest overdue first.
parameters:
    project_id: uuid
    today: date
cases:
    hot: { project_id: $biggest_project, today: 2026-01-01 }
    typical: { project_id: $typical_project, today: 2026-01-01 }
index: tasks_project_id_due_date_idx
budget: { buffers: { hot: 74, typical: 10 } }
grows: linear
target: { p95_ms: 25 }
*/
select
    id,
    title,
    priority,
    assigned_to,
    due_date
from tasks
where
    project_id = :project_id
    and due_date < :today
    and status not in ('completed', 'cancelled', 'approved', 'rejected')
order by due_date, id
limit 50;
