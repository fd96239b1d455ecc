-- row_security_is tells a table that asks its policies from one that only has some.

begin;

select plan(11);

create schema assayed;
create table assayed.open_boxes (id integer);
create table assayed.boxes (id integer);
create table assayed.sealed_boxes (id integer);
create table assayed.odd_boxes (id integer) partition by range (id);

alter table assayed.boxes enable row level security;
alter table assayed.sealed_boxes enable row level security;
alter table assayed.sealed_boxes force row level security;
alter table assayed.odd_boxes force row level security;

select row_security_is('assayed', table_name, state)
from (values
    ('open_boxes', 'disabled'),
    ('boxes', 'enabled'),
    ('sealed_boxes', 'enabled forced'),
    ('odd_boxes', 'disabled forced')
) as declared (table_name, state);

select check_test(
    row_security_is('assayed', 'boxes', 'enabled forced'),
    false,
    'a table whose owner is not asked',
    'row security of assayed.boxes is enabled forced',
    '        have: enabled
        want: enabled forced'
);

select check_test(
    row_security_is('assayed', 'odd_boxes', 'enabled forced'),
    false,
    'a table that is forced but not enabled'
);

select check_test(
    row_security_is('assayed', 'crates', 'disabled'),
    false,
    'a table that does not exist',
    'row security of assayed.crates is disabled',
    '        have: NULL
        want: disabled'
);

select * from finish();

rollback;
