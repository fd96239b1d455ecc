/*
name: days_without
about: The days of a span on which a customer ordered nothing.
parameters:
    customer_id: int
    first_day: date
    last_day: date
cases:
    rare: { customer_id: 25, first_day: 2024-02-01, last_day: 2024-02-29 }
index: []
budget: { buffers: 10000 }
target: { p95_ms: 5 }
*/
select day::date
from generate_series(:first_day::timestamp, :last_day, interval '1 day') as day
except
select placed_on
from sale
where customer_id = :customer_id;
