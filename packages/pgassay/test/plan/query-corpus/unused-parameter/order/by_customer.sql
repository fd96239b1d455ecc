/*
name: by_customer
about: The orders of a customer.
parameters:
    customer_id: int
    since: timestamptz
cases:
    typical: { customer_id: 7, since: 2026-01-01T00:00:00Z }
index: orders_customer_id_idx
budget: { buffers: 10 }
target: { p95_ms: 5 }
*/
select id
from orders
where customer_id = :customer_id;
