/*
name: log_activity
about: Notes in the feed of a project what somebody did.
parameters:
    user_id: uuid
    project_id: uuid
    task_id: uuid
cases:
    hot: { user_id: $manager_of_biggest_project, project_id: $biggest_project, task_id: $task_in_work }
index: []
budget: { wal_records: 12, wal_bytes: 950 }
grows: bounded
target: { p95_ms: 20 }
*/
insert into user_activities (user_id, project_id, activity_type, action, entity_type, entity_id)
values
    (:user_id, :project_id, 'update', 'task.measured', 'task', :task_id);
