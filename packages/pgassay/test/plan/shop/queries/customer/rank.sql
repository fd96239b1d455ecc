/*
name: rank
about: The rank of each customer among those of the same country.
cases:
    all: {}
index: []
budget: { buffers: 10000 }
target: { p95_ms: 5 }
*/
select
    id,
    rank() over (partition by country order by email) as rank
from customer
where
    id < 100
    and (select count(*) from product) > 10;
