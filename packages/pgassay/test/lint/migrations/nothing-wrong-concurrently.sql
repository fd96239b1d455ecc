-- The index goes before another file's limits, which travel in the URL.

-- migrate:up transaction:false
create index concurrently book_title_idx on public.book (title);

-- migrate:down transaction:false
drop index concurrently public.book_title_idx;
