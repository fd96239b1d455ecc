/*
name: cheap_or_named
about: Products by one of two properties, from a list.
parameters:
    ids: int[]
cases:
    three: { ids: [3, 5, 8] }
index: []
budget: { buffers: 10000 }
target: { p95_ms: 5 }
*/
select p.name
from product as p
join (values (1, 'a'), (5, 'b'), (8, 'c')) as wanted (id, rank) on wanted.id = p.id
where
    p.id = any (:ids)
    and case when wanted.rank = 'a' then p.price > 1 else p.name is not null end;
