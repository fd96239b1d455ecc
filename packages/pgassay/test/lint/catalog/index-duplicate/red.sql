create table public.book (id bigint primary key, title text);
create index by_title on public.book (title);
create index by_title_again on public.book (title);
create unique index by_id on public.book (id);
create index by_lower on public.book (lower(title)) where id > 1;
create index by_lower_again on public.book (lower(title)) where id > 1;
