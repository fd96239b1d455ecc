/*
name: by_customer
about: The orders of a customer.
parameters:
    customer_id: int
cases:
    hot: { customer_id: $best_costumer }
    typical: { customer_id: 7 }
index: orders_customer_id_idx
budget: { buffers: 10 }
target: { p95_ms: 5 }
*/
select id
from orders
where customer_id = :customer_id;
