create table public.book (id bigint generated always as identity);
select setval('public.book_id_seq', 1073741824);
create sequence public.ticket as smallint;
create sequence public.round as smallint cycle;
select setval('public.round', 30000);
