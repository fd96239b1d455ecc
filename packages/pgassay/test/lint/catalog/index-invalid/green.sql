create table public.book (title text);
create index by_title on public.book (title);
