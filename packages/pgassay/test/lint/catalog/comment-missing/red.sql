create schema store;
create table store.book (id bigint primary key, title text);
comment on table store.book is 'What stands on a shelf.';
comment on column store.book.id is 'Its number.';
create view public.titles as select title from store.book;
create type public.mood as enum ('sad');
create domain public.isbn as text;
create function public.twice(n integer) returns integer language sql return 2 * n;
create procedure public.tidy() language sql as '';
