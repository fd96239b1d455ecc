/*
name: dearest
about: The dearest products.
cases:
    all: {}
index: []
budget: { buffers: 0 }
target: { p95_ms: 5 }
*/
select name from product where id = :id order by
