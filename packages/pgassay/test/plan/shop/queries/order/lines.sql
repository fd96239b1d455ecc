/*
name: lines
about: The contents of the latest orders of a customer, with the products they were made from.
parameters:
    customer_id: int
cases:
    busy: { customer_id: $busiest_customer }
index: [sale_line_pkey, sale_customer_id_placed_on_idx]
budget: { buffers: 400 }
target: { p95_ms: 5 }
*/
select
    line.sale_id,
    product.name
from sale_line as line
join product on product.id = line.product_id
where
    line.sale_id in (select id from sale where customer_id = :customer_id order by placed_on desc limit 5)
union all
select
    number,
    'nothing'
from generate_series(1, 2) as number;
