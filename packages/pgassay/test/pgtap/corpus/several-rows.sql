begin;
select plan(3);
select is(n, n, 'row ' || n) from generate_series(1, 3) as n;
select * from finish();
rollback;
