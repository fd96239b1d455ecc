begin;
select plan(2);
create function pg_temp.semicolons() returns text language plpgsql as $body$
begin
    -- a ; in a comment and 'a ; in a string'
    return 'one; two';
end;
$body$;
select is(pg_temp.semicolons(), 'one; two', $$a description; with a semicolon$$);
select lives_ok($$ select 1; select 2 $$, 'two statements in a string');
select * from finish();
rollback;
