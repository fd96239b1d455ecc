/*
name: sold_most
about: The product that was sold most, and how often.
cases:
    all: {}
index: []
budget: { buffers: 10000 }
target: { p95_ms: 5 }
*/
select
    product_id,
    sum(quantity)
from sale_line
group by product_id
order by 2 desc
limit 1;
