create extension pg_trgm;
create table public.book (id bigint primary key);
comment on table public.book is 'What stands on a shelf.';
comment on column public.book.id is 'Its number.';
create type public.mood as enum ('sad');
comment on type public.mood is 'How a reader feels.';
create function public.twice(n integer) returns integer language sql return 2 * n;
comment on function public.twice is 'Doubles.';
