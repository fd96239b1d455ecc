-- migrate:up

set local lock_timeout = '4s';
set local statement_timeout = '4s';
alter table public.book add constraint book_title_check check (title <> '') not valid;
alter table public.book validate constraint book_title_check;

-- migrate:down

alter table public.book drop constraint book_title_check;
