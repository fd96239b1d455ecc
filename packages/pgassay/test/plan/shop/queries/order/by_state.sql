/*
name: by_state
about: How many orders there are of each state, among those of some days.
parameters:
    first_day: date
    days: int
cases:
    month: { first_day: 2024-03-01, days: 30 }
index: []
budget: { buffers: 10000 }
target: { p95_ms: 5 }
*/
select
    state,
    count(*)
from sale
where
    placed_on between :first_day and :first_day + :days
    or id < 50
group by state
order by state;
