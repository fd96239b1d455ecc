/*
name: pairs
about: Customers of one country with the one who brought them, from the same table.
parameters:
    country: text
cases:
    german: { country: de }
index: []
budget: { buffers: 10000 }
target: { p95_ms: 5 }
*/
select
    child.email,
    parent.email
from customer as child
left join customer as parent on parent.id = child.referred_by
where
    child.country = :country
    and child.id < 40
order by child.id;
