begin;
select plan(2);
select todo('not built yet', 1);
select ok(false, 'the future');
select ok(true, 'the present');
select * from finish();
rollback;
