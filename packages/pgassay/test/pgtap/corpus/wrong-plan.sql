begin;
select plan(5);
select ok(true, 'the only one');
select * from finish();
rollback;
