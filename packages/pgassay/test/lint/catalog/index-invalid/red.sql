create table public.book (title text);
create index by_title on public.book (title);
-- What a concurrent build that failed leaves behind.
update pg_index set indisvalid = false where indexrelid = 'by_title'::regclass;
