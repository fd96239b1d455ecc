create table public.book (id bigint, shelf_id bigint, title text);
create index by_shelf on public.book (shelf_id);
create index by_shelf_and_id on public.book (shelf_id, id);
create unique index by_shelf_and_title on public.book (shelf_id, title);
create index by_title on public.book (title);
create index by_title_carrying_id on public.book (title) include (id);
