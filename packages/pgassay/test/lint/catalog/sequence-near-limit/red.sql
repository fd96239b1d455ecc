create table public.book (id serial);
select setval('public.book_id_seq', 1073741824);
create sequence public.ticket as smallint;
select setval('public.ticket', 20000);
