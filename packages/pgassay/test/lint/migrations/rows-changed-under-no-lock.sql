-- migrate:up

set local lock_timeout = '4s';
set local statement_timeout = '4s';
create table public.shelf (id bigint primary key);
alter table public.shelf add column room text;
update public.shelf set room = 'A';
alter table public.book disable trigger stamp;
update public.book set title = '';
alter table public.book enable trigger stamp;

-- migrate:down

drop table public.shelf;
