-- view_is sees which rows a view shows and with whose rights, whatever the search_path is.

begin;

select plan(8);

create temporary table before as
select current_setting('search_path') as search_path;

create schema assayed;

create table assayed.orders (id integer, is_open boolean);

create view assayed.open_orders with (security_invoker = true) as
select id
from assayed.orders
where is_open
with cascaded check option;

create view assayed.all_orders as
select id
from assayed.orders;

create materialized view assayed.kept_orders as
select id
from assayed.orders;

select view_is('assayed', view_name, definition)
from (values
    (
        'open_orders',
        'with (security_invoker=true, check_option=cascaded) as SELECT id FROM orders WHERE is_open'
    ),
    ('all_orders', 'as SELECT id FROM orders'),
    ('kept_orders', 'as SELECT id FROM orders')
) as declared (view_name, definition);

select check_test(
    view_is('assayed', 'all_orders', 'as SELECT id FROM orders WHERE is_open'),
    false,
    'a view that shows more',
    'assayed.all_orders is as SELECT id FROM orders WHERE is_open',
    '        have: as SELECT id FROM orders
        want: as SELECT id FROM orders WHERE is_open'
);

select check_test(
    view_is('assayed', 'orders', 'as SELECT id FROM orders'),
    false,
    'a table'
);

select is(
    current_setting('search_path'),
    search_path,
    'the search_path of the caller is left as it was'
)
from before;

select * from finish();

rollback;
