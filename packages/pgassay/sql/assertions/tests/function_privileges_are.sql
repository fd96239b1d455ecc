-- function_privileges_are sees that everybody may call what nobody closed.

begin;

select plan(12);

create temporary table before as
select current_setting('search_path') as search_path;

-- Names no cluster has, and none that stay: roles go with the transaction that made them.
create role "assay reader" nologin;
create role assay_writer nologin;

create schema assayed;

create function assayed.open() returns integer language sql as 'select 1';
create function assayed.closed(p_id integer) returns integer language sql as 'select 1';
create procedure assayed.shared(p_id integer, p_label text) language plpgsql as 'begin end';

-- What default privileges of the cluster say about public is no business of this test.
grant execute on function assayed.open() to public;
revoke execute on function assayed.closed(integer) from public;
revoke execute on procedure assayed.shared(integer, text) from public;
grant execute on procedure assayed.shared(integer, text) to assay_writer;
grant execute on procedure assayed.shared(integer, text) to "assay reader" with grant option;

select function_privileges_are('assayed', function_name, arguments, grantees)
from (values
    ('open', '', 'public'),
    ('closed', 'integer', 'nobody'),
    ('shared', 'integer, text', '"assay reader" with grant option, assay_writer')
) as declared (function_name, arguments, grantees);

select check_test(
    function_privileges_are('assayed', 'open', '', 'nobody'),
    false,
    'a function that nobody closed',
    'assayed.open() may be executed by nobody',
    '        have: public
        want: nobody'
);

select check_test(
    function_privileges_are('assayed', 'shared', 'integer, text', grantees),
    false,
    'a procedure with ' || difference
)
from (values
    ('one grantee too few', 'assay_writer'),
    ('the right to hand it on', '"assay reader", assay_writer')
) as mistaken (difference, grantees);

select check_test(
    function_privileges_are('assayed', 'open', 'integer', 'public'),
    false,
    'a function of other arguments',
    'assayed.open(integer) may be executed by public',
    '        have: NULL
        want: public'
);

select is(
    current_setting('search_path'),
    search_path,
    'the search_path of the caller is left as it was'
)
from before;

select * from finish();

rollback;
