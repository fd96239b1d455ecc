begin;
select plan(3);
select skip('no such thing here', 2);
select ok(true, 'the rest');
select * from finish();
rollback;
