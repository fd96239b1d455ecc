-- migrate:up

set local lock_timeout = '4s';
set local statement_timeout = '4s';
alter table public.book add column pages bigint;
update public.book set pages = 0;
delete from public.loan;

-- migrate:down

alter table public.book drop column pages;
update public.book set title = '';
