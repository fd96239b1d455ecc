-- migrate:up transaction:false
create index concurrently if not exists book_title_idx on public.book (title);

-- migrate:down transaction:false
drop index concurrently if exists public.book_title_idx;
