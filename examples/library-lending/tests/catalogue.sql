-- Branches, subjects, books and copies: every column as it was meant, every rule attacked.

begin;

select plan(82);

-- Types.

select domain_type_is('library', 'isbn', 'pg_catalog', 'text', 'an ISBN is text');

select enum_has_labels(
    'library', 'copy_condition', array['new', 'good', 'worn', 'lost'], 'from best to worst'
);

-- Tables.

select column_is('library', table_name, column_name, definition)
from (values
    ('branches', 'id', 'integer not null generated always as identity'),
    ('branches', 'name', 'text not null'),
    (
        'branches',
        'opens_at',
        $$time without time zone not null default '09:00:00'::time without time zone$$
    ),
    (
        'branches',
        'closes_at',
        $$time without time zone not null default '18:00:00'::time without time zone$$
    ),
    ('subjects', 'code', 'text not null'),
    ('subjects', 'name', 'text not null'),
    ('subjects', 'parent_code', 'text'),
    ('books', 'id', 'integer not null generated always as identity'),
    ('books', 'isbn', 'isbn not null'),
    ('books', 'title', 'text not null'),
    ('books', 'author', 'text not null'),
    ('books', 'published_year', 'smallint'),
    ('books', 'subject_code', 'text'),
    (
        'books',
        'search_vector',
        'tsvector not null generated always as ('
            || $$setweight(to_tsvector('simple'::regconfig, title), 'A'::"char") || $$
            || $$setweight(to_tsvector('simple'::regconfig, author), 'B'::"char")) stored$$
    ),
    ('copies', 'book_id', 'integer not null'),
    ('copies', 'copy_number', 'smallint not null'),
    ('copies', 'branch_id', 'integer not null'),
    ('copies', 'condition', $$copy_condition not null default 'new'::copy_condition$$),
    ('copies', 'acquired_on', 'date not null default CURRENT_DATE'),
    (
        'copies',
        'spine_label',
        $$text generated always as (((book_id)::text || '-'::text) || (copy_number)::text) virtual$$
    )
) as meant (table_name, column_name, definition);

select constraint_is('library', table_name, constraint_name, definition)
from (values
    ('branches', 'branches_pkey', 'PRIMARY KEY (id)'),
    ('branches', 'branches_name_key', 'UNIQUE (name)'),
    ('subjects', 'subjects_pkey', 'PRIMARY KEY (code)'),
    (
        'subjects',
        'subjects_parent_code_fkey',
        'FOREIGN KEY (parent_code) REFERENCES subjects(code) ON UPDATE CASCADE'
    ),
    ('books', 'books_pkey', 'PRIMARY KEY (id)'),
    ('books', 'books_isbn_key', 'UNIQUE (isbn)'),
    (
        'books',
        'books_subject_code_fkey',
        'FOREIGN KEY (subject_code) REFERENCES subjects(code) ON UPDATE CASCADE ON DELETE SET NULL'
    ),
    ('copies', 'copies_pkey', 'PRIMARY KEY (book_id, copy_number)'),
    (
        'copies',
        'copies_book_id_fkey',
        'FOREIGN KEY (book_id) REFERENCES books(id) ON DELETE CASCADE'
    ),
    ('copies', 'copies_branch_id_fkey', 'FOREIGN KEY (branch_id) REFERENCES branches(id)')
) as meant (table_name, constraint_name, definition);

select index_is('library', table_name, index_name, definition)
from (values
    ('subjects', 'subjects_parent_code_idx', 'btree (parent_code)'),
    ('books', 'books_subject_code_idx', 'btree (subject_code)'),
    ('books', 'books_search_vector_idx', 'gin (search_vector)'),
    ('copies', 'copies_branch_id_idx', 'btree (branch_id)')
) as meant (table_name, index_name, definition);

-- Nulls.

select throws_constraint(
    format('select tap.%I(%L)', builder, jsonb_build_object(column_name, null)),
    '23502',
    format('%s.%s', table_name, column_name),
    format('%s without %s', table_name, column_name)
)
from (values
    ('a_branch', 'branches', 'name'),
    ('a_branch', 'branches', 'opens_at'),
    ('a_branch', 'branches', 'closes_at'),
    ('a_subject', 'subjects', 'code'),
    ('a_subject', 'subjects', 'name'),
    ('a_book', 'books', 'isbn'),
    ('a_book', 'books', 'title'),
    ('a_book', 'books', 'author'),
    ('a_copy', 'copies', 'book_id'),
    ('a_copy', 'copies', 'copy_number'),
    ('a_copy', 'copies', 'branch_id'),
    ('a_copy', 'copies', 'condition'),
    ('a_copy', 'copies', 'acquired_on')
) as required (builder, table_name, column_name);

-- Values on both sides of each limit.

select throws_constraint(
    format('select tap.%I(%L)', builder, values_given),
    '23514',
    constraint_name,
    format('%s refuses %s', constraint_name, values_given)
)
from (values
    ('a_branch', '{"name": " "}', 'branches_name_not_blank_check'),
    (
        'a_branch',
        '{"opens_at": "09:00", "closes_at": "09:00"}',
        'branches_opens_before_it_closes_check'
    ),
    ('a_subject', '{"code": "91"}', 'subjects_code_format_check'),
    ('a_subject', '{"code": "91x"}', 'subjects_code_format_check'),
    ('a_subject', '{"parent_code": "910"}', 'subjects_not_own_parent_check'),
    ('a_book', '{"isbn": "9771234567890"}', 'isbn_format_check'),
    ('a_book', '{"isbn": "978123456789X"}', 'isbn_format_check'),
    ('a_book', '{"isbn": "97812345678901"}', 'isbn_format_check'),
    ('a_book', '{"title": " "}', 'books_title_not_blank_check'),
    ('a_book', '{"published_year": 1449}', 'books_published_year_in_print_check'),
    ('a_book', '{"published_year": 2101}', 'books_published_year_in_print_check'),
    ('a_copy', '{"copy_number": 0}', 'copies_copy_number_positive_check')
) as refused (builder, values_given, constraint_name);

select lives_ok(
    format('select tap.%I(%L)', builder, values_given),
    format('%s takes %s', builder, values_given)
)
from (values
    ('a_branch', '{"opens_at": "08:59", "closes_at": "09:00"}'),
    ('a_book', '{"isbn": "9791234567890", "published_year": 1450}'),
    ('a_book', '{"published_year": 2100}')
) as accepted (builder, values_given);

-- Keys and references.

create temporary table given as
select
    tap.a_branch('{"name": "Old Town"}') as branch_id,
    tap.a_subject() as subject_code,
    tap.a_book('{"isbn": "9780000000001"}') as book_id;

create temporary table standing as
select tap.a_copy(jsonb_build_object('book_id', book_id, 'branch_id', branch_id)) as copy
from given;

update library.books set subject_code = '910' where isbn = '9780000000001';

select throws_constraint(
    $$select tap.a_branch('{"name": "Old Town"}')$$, '23505', 'branches_name_key'
);

select throws_constraint($$select tap.a_subject()$$, '23505', 'subjects_pkey');

select throws_constraint(
    $$select tap.a_book('{"isbn": "9780000000001"}')$$, '23505', 'books_isbn_key'
);

select throws_constraint(
    format('select tap.a_copy(%L)', copy - 'spine_label'),
    '23505',
    'copies_pkey',
    'a book has no two copies of one number'
)
from standing;

select lives_ok(
    format('select tap.a_copy(%L)', copy - 'spine_label' || '{"copy_number": 2}'),
    'it may have a second copy'
)
from standing;

select throws_constraint(
    $$select tap.a_subject('{"code": "914", "parent_code": "999"}')$$,
    '23503',
    'subjects_parent_code_fkey'
);

select throws_constraint(
    $$select tap.a_book('{"subject_code": "999"}')$$, '23503', 'books_subject_code_fkey'
);

select throws_constraint($$select tap.a_copy('{"book_id": -1}')$$, '23503', 'copies_book_id_fkey');

select throws_constraint(
    $$select tap.a_copy('{"branch_id": -1}')$$, '23503', 'copies_branch_id_fkey'
);

select throws_constraint(
    format('delete from library.branches where id = %s', branch_id),
    '23503',
    'copies_branch_id_fkey',
    'a branch with copies stays'
)
from given;

-- What follows from what.

select is(copy ->> 'condition', 'new', 'a copy is new unless somebody says otherwise')
from standing;

select is(copy ->> 'acquired_on', current_date::text, 'and acquired today')
from standing;

select is(spine_label, book_id || '-1', 'its label names book and number')
from library.copies
join given using (book_id)
where copy_number = 1;

select ok(
    ts_rank('{0, 0, 0, 1}', search_vector, 'shipping'::tsquery) > 0
        and ts_rank('{0, 0, 1, 0}', search_vector, 'proulx'::tsquery) > 0,
    'a book is found by its title, and by its author as second best'
)
from library.books
join given on id = book_id;

insert into library.subjects (code, name, parent_code) values ('914', 'Europe', '910');
update library.subjects set code = '911' where code = '910';

select is(parent_code, '911', 'a corrected code reaches the narrower classes')
from library.subjects
where code = '914';

select is(subject_code, '911', 'and the books')
from library.books
where isbn = '9780000000001';

update library.books set subject_code = '914' where isbn = '9780000000001';
delete from library.subjects where code = '914';

select is(subject_code, null, 'the books of a class that is given up wait for another')
from library.books
where isbn = '9780000000001';

delete from library.books where isbn = '9780000000001';

select is_empty(
    format('select from library.copies where book_id = %s', book_id),
    'the copies of a book go with it'
)
from given;

select * from finish();

rollback;
