/*
name: by_customer
about: The orders of a customer.
parameters:
    customer_id: int
cases:
    hot: { customer_id: 7 }
    typical: { customer_id: 8 }
index: orders_customer_id_idx
budget:
    rows_removed: -1
    temp_blocks: 0.5
    q_error: 0
    generic_ratio: { hot: 2, typical: many }
    row_removed: 3
target: { p95_ms: 5 }
*/
select id
from orders
where customer_id = :customer_id;
