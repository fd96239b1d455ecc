/*
name: burn_down_snapshots
about: Reads the open tasks of a project on each of the last thirty days from its daily snapshots.
parameters:
    project_id: uuid
    as_of: date
cases:
    typical: { project_id: $typical_project, as_of: 2026-01-01 }
index: project_analytics_project_id_snapshot_date_key
budget: { buffers: 43 }
grows: bounded
target: { p95_ms: 25 }
*/
select
    snapshot_date,
    total_tasks - completed_tasks as open
from project_analytics
where project_id = :project_id and snapshot_date between :as_of - 30 and :as_of
order by snapshot_date;
