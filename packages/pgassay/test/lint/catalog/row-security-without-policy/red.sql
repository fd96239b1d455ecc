create table public.book (id bigint);
alter table public.book enable row level security;
