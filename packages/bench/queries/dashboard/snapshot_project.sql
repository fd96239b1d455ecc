/*
name: snapshot_project
about: Keeps the numbers of a project for a day, for the charts of its past.
parameters:
    project_id: uuid
    day: date
# The biggest project has a task in nearly every block of the table; they are read once.
cases:
    hot: { project_id: $biggest_project, day: 2026-01-01 }
index: projects_pkey
budget: { buffers: 12500, wal_records: 16, wal_bytes: 2400 }
grows: linear
writes: true
target: { p95_ms: 200 }
*/
select snapshot_projects(array[:project_id]::uuid[], :day);
