/*
name: reassign_task
about: Passes a task on to somebody else.
parameters:
    task_id: uuid
    from_id: uuid
    to_id: uuid
cases:
    hot: { task_id: $task_in_work, from_id: $who_has_task_in_work, to_id: $manager_of_biggest_project }
index: tasks_pkey
budget: { wal_records: 38, wal_bytes: 4600 }
grows: bounded
target: { p95_ms: 20 }
*/
call reassign_task(:task_id, :from_id, :to_id, :to_id);
