/*
name: task_breadcrumb
about: Reads the path from the top of the task tree down to a task.
parameters:
    task_id: uuid
cases:
    typical: { task_id: $nested_task }
index: tasks_pkey
budget: { buffers: 16 }
grows: bounded
target: { p95_ms: 10 }
*/
with recursive
    ancestor as (
        select
            id,
            parent_task_id,
            title,
            0 as distance
        from tasks
        where id = :task_id
        union all
        select
            parent.id,
            parent.parent_task_id,
            parent.title,
            ancestor.distance + 1
        from
            ancestor
            join tasks as parent on parent.id = ancestor.parent_task_id
        where ancestor.distance < 50
    )
select
    id,
    title,
    distance
from ancestor
order by distance desc;
