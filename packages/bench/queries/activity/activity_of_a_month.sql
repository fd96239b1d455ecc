/*
name: activity_of_a_month
about: Counts what people did in one month, and how many people, over all projects.
parameters:
    month: date
# Activities lie in the order of time, so the index leads to the ranges of blocks of the month. It
# takes a month to be worth it: for a day the planner asks another index project by project, and so
# it does with a plan for all values. So the report is sent as a statement without a name.
cases:
    hot: { month: 2025-11-01 }
    typical: { month: 2025-02-01 }
index: user_activities_occurred_at_idx
budget: { buffers: { hot: 1200, typical: 1030 }, generic_ratio: 13 }
grows: linear
target: { p95_ms: 100 }
*/
select
    activity_type,
    count(*) as activities,
    count(distinct user_id) as people
from user_activities
where
    occurred_at >= :month::timestamp at time zone 'UTC'
    and occurred_at < (:month + interval '1 month') at time zone 'UTC'
group by activity_type
order by activities desc, activity_type;
