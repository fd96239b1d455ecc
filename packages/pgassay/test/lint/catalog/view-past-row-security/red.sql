create table public.book (id bigint, title text);
alter table public.book enable row level security;
create view public.titles as select title from public.book;
create view public.ids with (security_invoker = false) as select id from public.book;
create materialized view public.counts as select count(*) from public.book;
