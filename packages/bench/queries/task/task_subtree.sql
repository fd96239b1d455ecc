/*
name: task_subtree
about: Reads a task with everything below it, level by level.
parameters:
    task_id: uuid
cases:
    hot: { task_id: $task_with_most_children }
    typical: { task_id: $task_with_some_children }
index:
    - tasks_pkey
    - idx_tasks_parent_sequence
budget: { buffers: { hot: 180, typical: 25 } }
grows: bounded
target: { p95_ms: 25 }
*/
with recursive
    subtree as (
        select
            id,
            parent_task_id,
            title,
            status,
            0 as depth
        from tasks
        where id = :task_id
        union all
        select
            child.id,
            child.parent_task_id,
            child.title,
            child.status,
            subtree.depth + 1
        from
            subtree
            join tasks as child on child.parent_task_id = subtree.id
        where subtree.depth < 50
    ) cycle id set is_cycle using path
select
    id,
    title,
    status,
    depth
from subtree
where not is_cycle;
