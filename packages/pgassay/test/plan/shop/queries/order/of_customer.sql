/*
name: of_customer
about: The latest orders of a customer since a day.
parameters:
    customer_id: int
    since: date
cases:
    busy: { customer_id: $busiest_customer, since: 2025-01-01 }
    nobody: { customer_id: -1, since: 2025-01-01 }
empty: nobody
budget:
    buffers:
        busy: 120
        nobody: 3
index: sale_customer_id_placed_on_idx
target: { p95_ms: 5 }
*/
-- The note is read too, so that an index alone cannot serve it.
select
    id,
    placed_on,
    note
from sale
where
    customer_id = :customer_id
    and placed_on >= :since
order by placed_on desc
limit 20;
