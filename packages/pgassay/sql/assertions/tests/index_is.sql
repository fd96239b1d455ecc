-- index_is compares method, uniqueness, columns, directions and predicate at once.

begin;

select plan(12);

create temporary table before as
select current_setting('search_path') as search_path;

create schema "as sayed";

create type "as sayed".size as enum ('small', 'large');

create table "as sayed".boxes (label text, size "as sayed".size, weight integer, tags jsonb);

create index by_size on "as sayed".boxes (size, weight desc) where size <> 'small';
create index by_tags on "as sayed".boxes using gin (tags);
create unique index by_label on "as sayed".boxes (lower(label)) include (weight);

select index_is('as sayed', 'boxes', index_name, definition)
from (values
    ('by_size', $$btree (size, weight DESC) WHERE (size <> 'small'::size)$$),
    ('by_tags', 'gin (tags)'),
    ('by_label', 'unique btree (lower(label)) INCLUDE (weight)')
) as declared (index_name, definition);

select check_test(
    index_is('as sayed', 'boxes', 'by_size', 'btree (size, weight DESC)'),
    false,
    'an index with a predicate nobody asked for',
    'by_size on "as sayed".boxes is btree (size, weight DESC)',
    $$        have: btree (size, weight DESC) WHERE (size <> 'small'::size)
        want: btree (size, weight DESC)$$
);

select check_test(
    index_is('as sayed', 'boxes', 'by_weight', 'btree (weight)'),
    false,
    'an index that does not exist',
    'by_weight on "as sayed".boxes is btree (weight)',
    '        have: NULL
        want: btree (weight)'
);

update pg_catalog.pg_index set indisvalid = false
where indexrelid = '"as sayed".by_tags'::regclass;

select check_test(
    index_is('as sayed', 'boxes', 'by_tags', 'gin (tags)'),
    false,
    'an index whose concurrent build failed'
);

select index_is('as sayed', 'boxes', 'by_tags', 'invalid gin (tags)');

select is(
    current_setting('search_path'),
    search_path,
    'the search_path of the caller is left as it was'
)
from before;

select * from finish();

rollback;
