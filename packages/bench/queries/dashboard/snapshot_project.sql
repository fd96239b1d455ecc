/*
name: snapshot_project
about: Keeps the numbers of a project for a day, for the charts of its past.
parameters:
    project_id: uuid
    day: date
cases:
    hot: { project_id: $biggest_project, day: 2026-01-01 }
index: projects_pkey
budget: { wal_records: 16, wal_bytes: 2400 }
writes: true
target: { p95_ms: 200 }
*/
select snapshot_projects(array[:project_id]::uuid[], :day);
