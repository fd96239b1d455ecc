-- migrate:up

reindex index concurrently public.book_title_idx;
vacuum public.book;
alter system set work_mem = '5MB';
alter table public.loan detach partition public.loan_2020 concurrently;
analyze public.book;
refresh materialized view concurrently public.counts;

-- migrate:down
