/*
name: move_task
about: Gives a task another place below its parent or at the top of its project.
parameters:
    task_id: uuid
    actor_id: uuid
cases:
    hot: { task_id: $task_in_work, actor_id: $manager_of_biggest_project }
index: tasks_pkey
budget: { wal_records: 38, wal_bytes: 4800 }
grows: bounded
target: { p95_ms: 20 }
*/
call move_task(:task_id, null, 7, :actor_id);
