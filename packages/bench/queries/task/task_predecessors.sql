/*
name: task_predecessors
about: Lists the tasks that one task waits for, with how far they are.
parameters:
    project_id: uuid
    task_id: uuid
cases:
    typical: { project_id: $biggest_project, task_id: $waiting_task_of_biggest_project }
index: task_dependencies_project_id_successor_id_idx
budget: { buffers: 21 }
grows: bounded
target: { p95_ms: 5 }
*/
select
    tasks.id,
    tasks.title,
    tasks.status,
    task_dependencies.kind
from
    task_dependencies
    join tasks on tasks.id = task_dependencies.predecessor_id
where task_dependencies.project_id = :project_id and task_dependencies.successor_id = :task_id
order by tasks.id;
