/*
name: referrals
about: Everybody a customer has brought, directly or not.
parameters:
    customer_id: int
    depth: int
cases:
    early: { customer_id: 2, depth: 3 }
index: []
budget: { buffers: 10000 }
target: { p95_ms: 5 }
*/
with recursive brought as (
    select
        id,
        0 as depth
    from customer
    where id = :customer_id
    union all
    select
        c.id,
        b.depth + 1
    from brought as b
    join customer as c on c.referred_by = b.id
    where b.depth < :depth
)
select
    depth,
    count(*)
from brought
group by depth;
