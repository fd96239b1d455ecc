-- function_is compares result, language, volatility, security and settings at once.

begin;

select plan(13);

create temporary table before as
select current_setting('search_path') as search_path;

create schema assayed;

create type assayed.size as enum ('small', 'large');

create function assayed.volume() returns integer language sql as 'select 1';

create function assayed.volume(p_width integer, p_size assayed.size) returns numeric(6, 2)
language sql immutable strict leakproof parallel safe as 'select 1.0';

create function assayed.contents(out id integer, out label text) returns setof record
language plpgsql stable security definer
set search_path = '' set work_mem = '1MB'
as 'begin return; end';

create procedure assayed.empty_out(p_id integer) language plpgsql as 'begin end';

select function_is('assayed', function_name, arguments, definition)
from (values
    ('volume', '', 'function returns integer language sql volatile security invoker'),
    (
        'volume',
        'integer, size',
        'function returns numeric language sql immutable strict security invoker leakproof '
            || 'parallel safe'
    ),
    (
        'contents',
        '',
        'function returns SETOF record language plpgsql stable security definer '
            || 'set search_path="" set work_mem=1MB'
    ),
    ('empty_out', 'integer', 'procedure language plpgsql security invoker')
) as declared (function_name, arguments, definition);

select check_test(
    function_is(
        'assayed',
        'volume',
        '',
        'function returns integer language sql volatile security definer'
    ),
    false,
    'a function that does not run as its owner',
    'assayed.volume() is function returns integer language sql volatile security definer',
    '        have: function returns integer language sql volatile security invoker
        want: function returns integer language sql volatile security definer'
);

select check_test(
    function_is('assayed', 'contents', '', definition),
    false,
    'a function ' || difference
)
from (values
    (
        'without its search_path',
        'function returns SETOF record language plpgsql stable security definer set work_mem=1MB'
    ),
    (
        'of another volatility',
        'function returns SETOF record language plpgsql volatile security definer '
            || 'set search_path="" set work_mem=1MB'
    ),
    (
        'of another result',
        'function returns record language plpgsql stable security definer '
            || 'set search_path="" set work_mem=1MB'
    )
) as mistaken (difference, definition);

select check_test(
    function_is(
        'assayed',
        'volume',
        'bigint',
        'function returns integer language sql volatile security invoker'
    ),
    false,
    'a function of other arguments',
    null,
    '        have: NULL
        want: function returns integer language sql volatile security invoker'
);

select is(
    current_setting('search_path'),
    search_path,
    'the search_path of the caller is left as it was'
)
from before;

select * from finish();

rollback;
