/*
name: open
about: The orders that were open at an instant, oldest first.
parameters:
    until: timestamptz
    countries: text[]
cases:
    first: { until: $first_open_at, countries: [be, at] }
    most: { until: 2025-06-01T12:00:00+02:00, countries: [be, at] }
index: sale_open_idx
budget: { buffers: 10000 }
target: { p95_ms: 5 }
*/
select
    s.id,
    c.email
from sale as s
join customer as c on c.id = s.customer_id
where
    s.state = 'open'
    and s.placed_at <= :until
    and c.country = any (:countries)
order by
    s.placed_at,
    s.id;
