-- migrate:up transaction:false
set lock_timeout = '4s';
create index concurrently book_title_idx on public.book (title);

-- migrate:down transaction:false
drop index concurrently public.book_title_idx;
