begin;
select plan(3);
select lives_ok('select tap.a_shelf()', 'a shelf has a name');
select throws_ok($$ insert into shelf values (2, '') $$, '23514', null, 'a shelf has no blank name');
select throws_ok($$ insert into book values (1, 9, 'Emma') $$, '23503', null, 'a book stands on a shelf that exists');
select * from finish();
rollback;
