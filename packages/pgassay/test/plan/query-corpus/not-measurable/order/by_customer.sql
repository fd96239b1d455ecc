/*
name: by_customer
about: The orders of a customer.
cases:
    typical: {}
index: orders_customer_id_idx
budget: { buffers: 10 }
target: { p95_ms: 5 }
*/
truncate orders;
