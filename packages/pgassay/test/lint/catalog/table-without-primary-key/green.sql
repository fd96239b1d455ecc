create table public.book (id bigint primary key);
create table public.log (at timestamptz primary key) partition by range (at);
create table public.log_old partition of public.log default;
create view public.titles as select id from public.book;
