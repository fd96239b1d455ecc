-- What the library owns: branches, subjects, books and the copies of them that stand on shelves.

-- migrate:up

create schema library;
comment on schema library is 'A lending library: its catalogue, its members and who has what.';

create domain library.isbn as text constraint isbn_format_check check (value ~ '^97[89][0-9]{10}$');
comment on domain library.isbn is 'ISBN-13 in digits alone, as the bar code holds it.';

create type library.copy_condition as enum ('new', 'good', 'worn', 'lost');
comment on type library.copy_condition is
    'State of a copy, from best to worst; what is lost is not lent.';

create table library.branches (
    id integer generated always as identity constraint branches_pkey primary key,
    name text not null constraint branches_name_key unique,
    opens_at time not null default '09:00',
    closes_at time not null default '18:00',
    constraint branches_name_not_blank_check check (btrim(name) <> ''),
    constraint branches_opens_before_it_closes_check check (opens_at < closes_at)
);
comment on table library.branches is 'A house with shelves and a desk.';
comment on column library.branches.name is 'What people call it.';
comment on column library.branches.opens_at is 'Local time, every day of the week.';
comment on column library.branches.closes_at is 'Local time, every day of the week.';

create table library.subjects (
    code text constraint subjects_pkey primary key,
    name text not null,
    parent_code text constraint subjects_parent_code_fkey
        references library.subjects (code)
            on update cascade,
    constraint subjects_code_format_check check (code ~ '^[0-9]{3}$'),
    constraint subjects_not_own_parent_check check (parent_code <> code)
);
comment on table library.subjects is 'A class of the decimal classification.';
comment on column library.subjects.code is 'Three digits; a correction reaches whatever cites it.';
comment on column library.subjects.parent_code is 'The wider class; null for the ten main ones.';

create index subjects_parent_code_idx on library.subjects (parent_code);
comment on index library.subjects_parent_code_idx is 'Finds the narrower classes of a class.';

create table library.books (
    id integer generated always as identity constraint books_pkey primary key,
    isbn library.isbn not null constraint books_isbn_key unique,
    title text not null,
    author text not null,
    published_year smallint,
    subject_code text constraint books_subject_code_fkey
        references library.subjects (code)
            on update cascade
            on delete set null,
    search_vector tsvector not null generated always as (
        setweight(to_tsvector('simple', title), 'A') || setweight(
            to_tsvector('simple', author),
            'B'
        )
    ) stored,
    constraint books_title_not_blank_check check (btrim(title) <> ''),
    constraint books_published_year_in_print_check check (published_year between 1450 and 2100)
);
comment on table library.books is 'A title in one edition; what can be lent are its copies.';
comment on column library.books.published_year is 'Null where the imprint does not say.';
comment on column library.books.subject_code is 'Null until somebody has classified the book.';
comment on column library.books.search_vector is 'Title before author, words as they are written.';

create index books_subject_code_idx on library.books (subject_code);
comment on index library.books_subject_code_idx is 'Serves books_of_subject.';

create index books_search_vector_idx on library.books using gin (search_vector);
comment on index library.books_search_vector_idx is 'Serves books_by_words.';

create table library.copies (
    book_id integer not null constraint copies_book_id_fkey
        references library.books (id)
            on delete cascade,
    copy_number smallint not null,
    branch_id integer not null constraint copies_branch_id_fkey references library.branches (id),
    condition library.copy_condition not null default 'new',
    acquired_on date not null default current_date,
    spine_label text generated always as (book_id::text || '-' || copy_number::text) virtual,
    constraint copies_pkey primary key (book_id, copy_number),
    constraint copies_copy_number_positive_check check (copy_number > 0)
);
comment on table library.copies is 'One physical copy of a book, known by book and number.';
comment on column library.copies.copy_number is 'Counts from 1 for each book; never used again.';
comment on column library.copies.spine_label is 'What is printed on its back.';

create index copies_branch_id_idx on library.copies (branch_id);
comment on index library.copies_branch_id_idx is 'Serves shelf_of_branch.';

-- migrate:down

drop table library.copies;
drop table library.books;
drop table library.subjects;
drop table library.branches;
drop type library.copy_condition;
drop domain library.isbn;
drop schema library;
