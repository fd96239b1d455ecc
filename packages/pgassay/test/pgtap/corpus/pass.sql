begin;
select plan(2);
select ok(true, 'the first');
select is(1, 1, 'the second');
select * from finish();
rollback;
