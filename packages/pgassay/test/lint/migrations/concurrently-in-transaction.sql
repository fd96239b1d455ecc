-- migrate:up

create index concurrently book_title_idx on public.book (title);

-- migrate:down

drop index concurrently public.book_title_idx;
