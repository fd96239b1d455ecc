/*
name: root_tasks
about: Lists the top level of a project's task tree in its planned order.
parameters:
    project_id: uuid
cases:
    hot: { project_id: $biggest_project }
    typical: { project_id: $typical_project }
index: tasks_project_id_sequence_order_idx
budget: { buffers: { hot: 70, typical: 15 } }
grows: bounded
target: { p95_ms: 25 }
*/
select
    id,
    title,
    sequence_order
from tasks
where project_id = :project_id and parent_task_id is null
order by sequence_order, id
limit 100;
