create table public.book (id bigint);
alter table public.book enable row level security;
create policy readers on public.book using (id > 0);
create table public.shelf (id bigint);
