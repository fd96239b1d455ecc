create table public.book (id bigint, lent_at timestamptz, due date);
create view public.lent as select lent_at at time zone 'UTC' as utc from public.book;
