begin;
select plan(3);
select ok(true, 'the first');

-- The statement below begins on line 6.
select is(1, 2, 'numbers differ');
select ok(true, 'the third');
select * from finish();
rollback;
