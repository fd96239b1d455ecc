/*
name: submit_task
about: Hands a task in for review, which is one of its changes of status.
parameters:
    task_id: uuid
    actor_id: uuid
cases:
    hot: { task_id: $task_in_work, actor_id: $manager_of_biggest_project }
index: tasks_pkey
budget: { wal_records: 36, wal_bytes: 4000 }
grows: bounded
target: { p95_ms: 20 }
*/
call submit_task(:task_id, :actor_id);
