begin;
select * from no_plan();
select ok(true, 'the first');
select ok(true, 'the second');
select * from finish();
rollback;
