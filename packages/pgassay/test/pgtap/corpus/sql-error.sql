begin;
select plan(2);
select ok(true, 'before the error');
select ok(
    exists (select from no_such_table),
    'never reached'
);
select * from finish();
rollback;
