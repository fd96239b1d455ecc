/*
name: audit_of_a_day
about: Counts what was audited on one day, by what was done to which kind of thing.
parameters:
    day: date
# Entries lie in the order of time, so the index leads to the few ranges of blocks that hold the day.
# Nothing is promised of its growth: modelled sizes do not know how well the ranges keep days apart.
cases:
    hot: { day: 2025-12-12 }
    typical: { day: 2024-12-12 }
index: audit_logs_occurred_at_idx
budget: { buffers: { hot: 860, typical: 1370 } }
target: { p95_ms: 50 }
*/
select
    event_type,
    event_action,
    target_type,
    count(*) as entries
from audit_logs
where
    occurred_at >= :day::timestamp at time zone 'UTC'
    and occurred_at < (:day + 1)::timestamp at time zone 'UTC'
group by event_type, event_action, target_type
order by entries desc, event_type, event_action, target_type;
