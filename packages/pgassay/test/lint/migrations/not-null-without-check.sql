-- What squawk says, on the line of this file.

-- migrate:up

set local lock_timeout = '4s';
set local statement_timeout = '4s';
alter table public.book alter column title set not null;

-- migrate:down

alter table public.book alter column title drop not null;
