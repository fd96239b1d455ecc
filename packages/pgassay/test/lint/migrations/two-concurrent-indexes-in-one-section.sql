-- Each alone would do; PostgreSQL refuses both, because dbmate sends them at once.

-- migrate:up transaction:false
create index concurrently book_title_idx on public.book (title);

create index concurrently book_isbn_idx on public.book (isbn);

-- migrate:down transaction:false
drop index concurrently public.book_title_idx, public.book_isbn_idx;
