/*
name: take
about: Notes an order.
cases:
    typical: {}
index: []
writes: true
target: { p95_ms: 5 }
*/
insert into sale (id) values (1);
