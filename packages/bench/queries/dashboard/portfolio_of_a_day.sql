/*
name: portfolio_of_a_day
about: Reads the progress and risk of every project on one day from the daily snapshots.
parameters:
    day: date
cases:
    typical: { day: 2025-12-31 }
index: idx_project_analytics_date_project
budget: { buffers: 230 }
grows: linear
target: { p95_ms: 50 }
*/
select
    project_id,
    total_tasks,
    completed_tasks,
    risk_score
from project_analytics
where snapshot_date = :day
order by project_id;
