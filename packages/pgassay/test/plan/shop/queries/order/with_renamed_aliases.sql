/*
name: with_renamed_aliases
about: The same as order/open with other aliases; the trees must not differ.
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
    open_sale.id,
    buyer.email
from sale as open_sale
join customer as buyer on buyer.id = open_sale.customer_id
where
    open_sale.state = 'open'
    and open_sale.placed_at <= :until
    and buyer.country = any (:countries)
order by
    open_sale.placed_at,
    open_sale.id;
