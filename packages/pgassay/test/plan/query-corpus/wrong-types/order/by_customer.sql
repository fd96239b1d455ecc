/*
name: by_customer
about: 12
parameters: [customer_id]
cases:
    typical: { customer_id: 7 }
index: { a: b }
budget: { buffers: many }
target: { p95_ms: 0 }
*/
select id
from orders
where customer_id = :customer_id;
