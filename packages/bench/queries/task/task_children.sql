/*
name: task_children
about: Lists the direct subtasks of a task in their planned order.
parameters:
    task_id: uuid
cases:
    hot: { task_id: $task_with_most_children }
    typical: { task_id: $task_with_some_children }
index: idx_tasks_parent_sequence
budget: { buffers: { hot: 16, typical: 8 } }
grows: bounded
target: { p95_ms: 10 }
*/
select
    id,
    title,
    status,
    sequence_order
from tasks
where parent_task_id = :task_id
order by sequence_order, id;
