begin;
select plan(3);
select ok(true, 'the first');
select 'Bail out!  the ground is gone';
select ok(true, 'the second');
select * from finish();
rollback;
