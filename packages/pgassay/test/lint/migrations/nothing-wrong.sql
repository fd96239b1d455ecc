-- migrate:up

set local lock_timeout = '4s';
set local statement_timeout = '4s';
create table public.book (id bigint primary key, title text not null);
create index book_title_idx on public.book (title);

-- migrate:down

drop table public.book;
