-- Books and who wrote them.

-- migrate:up

create type binding as enum ('hard', 'soft');

create table books (
    id bigint primary key generated always as identity,
    title text not null check (title <> ''),
    binding binding not null default 'hard',
    search tsvector generated always as (to_tsvector('english', title)) stored
);

comment on table books is 'What is lent; “quoted”, and with a \ backslash.';

-- migrate:down

drop table books;
drop type binding;
