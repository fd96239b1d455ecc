/*
name: create_task
about: Adds a task to a project.
parameters:
    project_id: uuid
    actor_id: uuid
cases:
    hot: { project_id: $biggest_project, actor_id: $manager_of_biggest_project }
index: projects_pkey
budget: { wal_records: 34, wal_bytes: 4300 }
grows: bounded
target: { p95_ms: 20 }
*/
call create_task(:project_id, 'Measure what a new task costs', :actor_id);
