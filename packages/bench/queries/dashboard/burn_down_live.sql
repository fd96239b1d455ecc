/*
name: burn_down_live
about: Counts the open tasks of a project on each of the last thirty days, from its tasks.
parameters:
    project_id: uuid
    as_of: date
# The biggest project has a task in nearly every block of the table, so its case reads them all.
cases:
    hot: { project_id: $biggest_project, as_of: 2026-01-01 }
    typical: { project_id: $typical_project, as_of: 2026-01-01 }
index: idx_tasks_project_status
budget: { buffers: { hot: 11900, typical: 59 } }
grows: linear
target: { p95_ms: 100 }
*/
with
    span as (
        select
            greatest((created_at at time zone 'UTC')::date, :as_of - 30) as opened_on,
            (completed_at at time zone 'UTC')::date as closed_on
        from tasks
        where
            project_id = :project_id
            and created_at < (:as_of + 1)::timestamp at time zone 'UTC'
            and (
                completed_at is null
                or completed_at >= (:as_of - 30)::timestamp at time zone 'UTC'
            )
    ),
    -- Every change falls on one of these days, so they need no join to be complete.
    change as (
        select
            day::date as day,
            0 as tasks
        from generate_series(:as_of - 30, :as_of::timestamp, interval '1 day') as calendar (day)
        union all
        select
            opened_on as day,
            count(*) as tasks
        from span
        group by opened_on
        union all
        select
            closed_on as day,
            -count(*) as tasks
        from span
        where closed_on <= :as_of
        group by closed_on
    )
select
    day,
    sum(sum(tasks)) over (order by day) as open
from change
group by day
order by day;
